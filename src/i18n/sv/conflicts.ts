import type { conflicts as finnish } from "../fi/conflicts.ts";

export const conflicts: typeof finnish = {
  fields: {
    client: "kund",
    guidance: "typ av handledning",
    channel: "mötesform",
    slot: "tid och plats",
    language: "språk",
    status: "bokad eller avbokad",
    note: "tilläggsuppgifter",
    name: "namn",
    phone: "telefon",
  },
  title: (field) => `Två olika uppgifter: ${field}`,
  other: (who, when) => `${who} skrev ${when}:`,
  present: "Gäller nu:",
  empty: "(tom)",
  use: "Använd den här",
  append: "Lägg till efter",
  replace: "Ersätt med den här",
  keep: "Behåll nuvarande",
  settled: "Valet är sparat.",
};
