import type { earlier as finnish } from "../fi/earlier.ts";

export const earlier: typeof finnish = {
  title: "Tidigare uppgifter",
  open: "Tidigare uppgifter",
  field: "Vilken uppgift",
  ofClient: (field) => `kundens ${field}`,
  present: "Gäller nu",
  list: "Tidigare",
  none: "De här uppgifterna har inte ändrats sedan de skrevs.",
  original: "Skrevs när uppgiften skapades (av vem och när är inte känt)",
  wrote: (who, when) => `${who}, ${when}`,
  wroteLast: (who, when) => `Skriven av flera, senast ${who}, ${when}`,
  overwritten: (when) => `ersattes ${when}`,
  lost: (when) => `fick ge vika för en samtidig ändring ${when}`,
  use: "Använd denna",
  used: "Den tidigare uppgiften togs i bruk.",
  undone: "Ändringen ångrades.",
  loading: "Hämtar tidigare uppgifter",
  needsConnection:
    "De tidigare uppgifterna finns på servern, och för att se dem behövs förbindelse.",
  onDevice: "På den här enheten finns",
  noneOnDevice: "Enheten själv har inga tidigare uppgifter.",
  more: "Visa äldre",
  close: "Stäng",
};
