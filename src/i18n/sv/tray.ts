import type { tray as finnish } from "../fi/tray.ts";

export const tray: typeof finnish = {
  title: "Kom inte fram",
  text: "De här ändringarna kunde inte tas emot. Innehållet finns kvar tills du tar bort det.",
  look: "Visa listan",
  emptyTitle: "Listan är tom",
  emptyText: "Om en ändring inte kan tas emot bevaras den hel och visas här.",
  count: (count) =>
    count === 1 ? "1 ändring väntar på ditt beslut" : `${count} ändringar väntar på ditt beslut`,
  awaitingTitle: "Väntar på en annan enhet",
  awaitingText:
    "Serverns data återställdes från en säkerhetskopia, och de här ändringarna gäller en uppgift som en annan enhet för tillbaka. De skickas av sig själva när den är tillbaka. Om den inte kommer inom en vecka blir de kvar på den här listan att lösa. Innehållet finns kvar här.",
  titles: {
    newAppointment: "Ny tid",
    newClient: "Ny kund",
    newAllotment: "Tider för enheten",
    newAttendance: "Kund till listan",
    newOther: "Ny uppgift",
    removal: "Borttagning",
    change: (field) => `Ändring: ${field}`,
    share: "Delning med en partner",
    unshare: "Återtagen delning",
  },
  recordGone:
    "Uppgiften finns inte längre på den här enheten, så ändringen kan inte skickas på nytt.",
  recordHere: "Uppgiften finns redan. Om något saknas i den kan du kopiera det härifrån.",
  made: (time) => `Du gjorde detta ${time}.`,
  open: "Öppna uppgiften",
  retry: "Försök igen",
  retried: "Ändringen skickas på nytt när det finns förbindelse.",
  refusedAgain: "Ändringen kunde inte tas emot den här gången heller. Den finns kvar på listan.",
  copy: "Kopiera texten",
  copied: "Texten kopierades.",
  dismiss: "Ta bort från listan",
  dismissTitle: "Ska ändringen tas bort från listan?",
  dismissLeantOn: "En annan ändring på listan behöver den här: utan den blir den ofullständig.",
  dismissText: "Innehållet försvinner från den här enheten. Kopiera det först om du behöver det.",
  failed: "Listan kunde inte läsas.",
};
