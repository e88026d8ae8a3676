import type { settings as finnish } from "../fi/settings.ts";

export const settings: typeof finnish = {
  title: "Inställningar",
  appearance: "Utseende",
  appearances: { system: "Enligt enheten", light: "Ljust", dark: "Mörkt" },
  lock: "Lås nu",
  lockText: "Uppgifterna låses på den här enheten. Ändringar som inte skickats finns kvar.",
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
  clockAhead: (length) =>
    `Enhetens klocka går ${length} före. Rätta den i enhetens inställningar; inget går förlorat.`,
  clockBehind: (length) =>
    `Enhetens klocka går ${length} efter. Rätta den i enhetens inställningar; inget går förlorat.`,
  tray: "Kom inte fram",
  trayText: "De här ändringarna kunde inte tas emot. Innehållet finns kvar tills du tar bort det.",
  trayEmpty: "Alla ändringar har kommit fram.",
  trayTitles: {
    newAppointment: "Ny tid",
    newClient: "Ny kund",
    newOther: "Ny uppgift",
    removal: "Borttagning",
    change: (field) => `Ändring: ${field}`,
    share: "Delning med en partner",
    unshare: "Återtagen delning",
  },
  trayMade: (time) => `gjord ${time}`,
  copied: "Texten kopierades.",
  dismiss: "Ta bort från listan",
  dismissTitle: "Ska ändringen tas bort från listan?",
  dismissText: "Innehållet försvinner från den här enheten. Kopiera det först om du behöver det.",
  trayFailed: "Listan kunde inte läsas.",
};
