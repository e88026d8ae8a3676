import type { shell as finnish } from "../fi/shell.ts";

export const shell: typeof finnish = {
  navigation: "Huvudmeny",
  today: "I dag",
  appointments: "Tider",
  settings: "Inställningar",
  skip: "Gå till innehållet",
  messages: "Meddelanden",
  closeMessage: "Stäng meddelandet",
  newVersion: "Det finns en ny version av programmet.",
  update: "Uppdatera",
  defectTitle: "Något gick fel",
  defectText: "Det du har sparat finns kvar. Öppna sidan på nytt.",
  reload: "Öppna på nytt",
  notFoundTitle: "Sidan hittades inte",
  notFoundText: "Adressen är kanske föråldrad.",
  toStart: "Gå till startsidan",
  alreadyTitle: "Den här webbläsaren används redan",
  alreadyText:
    "Anslutningslänken är avsedd för en ny enhet. Öppna den på en annan enhet eller i en annan webbläsarprofil. Det som skrivits här får du dit med en säkerhetskopia.",
  leftTitle: (team) =>
    team === "" ? "Du hör inte längre till teamet" : `Du hör inte längre till teamet: ${team}`,
  leftText: "Teamets kunder, tider och andra uppgifter finns inte längre på den här enheten.",
  leftUnsent: "Ändringar som du inte hann skicka finns kvar på listan.",
  leftRead: "Uppfattat",
  broughtBackTitle: "Webbläsaren hade förlorat uppgifterna på den här enheten",
  broughtBackText:
    "Ändringar som du inte hade skickat finns kvar. Resten kommer tillbaka när det finns förbindelse.",
  locksSoon: "Katve låses snart. Rör vid skärmen om du vill fortsätta.",
};
