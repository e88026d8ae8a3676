import type { settings as finnish } from "../fi/settings.ts";

export const settings: typeof finnish = {
  title: "Inställningar",
  appearance: "Utseende",
  appearances: { system: "Enligt enheten", light: "Ljust", dark: "Mörkt" },
  lock: "Lås nu",
  lockText:
    "När Katve är låst öppnas det bara med lösenfrasen. Ändringar som inte skickats finns kvar.",
  device: "Den här enheten",
  member: "Användare",
  deviceId: "Enhetens beteckning",
  team: "Team",
  storage: "Lagring",
  persisted: "Webbläsaren raderar inte uppgifterna på egen hand.",
  notPersisted: "Webbläsaren kan radera uppgifter om enhetens minne tar slut.",
  persist: "Be om bestående lagring",
  persistRefused:
    "Webbläsaren gick inte med på det ännu. Det hjälper att lägga till Katve på hemskärmen.",
  unknownStorage: "Webbläsaren berättar inte om den bevarar uppgifterna.",
  exchange: "Förbindelse",
  unsent: (count) =>
    count === 1
      ? "1 sparad ändring väntar på att skickas."
      : `${count} sparade ändringar väntar på att skickas.`,
  last: (time) => `Senast i förbindelse ${time}.`,
  neverYet: "Enheten har inte haft förbindelse ännu.",
  clockAhead: (length) => `Enhetens klocka går ${length} före`,
  clockBehind: (length) => `Enhetens klocka går ${length} efter`,
  clockAdvice:
    "Ställ in automatiskt datum och klockslag i enhetens egna inställningar, inte i Katve. Inget går förlorat.",
};
