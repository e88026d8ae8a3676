import type { enrolment as finnish } from "../fi/enrolment.ts";

export const enrolment: typeof finnish = {
  title: "Ta Katve i bruk",
  codeText: "Du får anslutningskoden av teamets koordinator.",
  code: "Anslutningskod",
  codeHint: "Tio tecken. Mellanslag och små bokstäver duger.",
  next: "Fortsätt",
  looking: "Kontrollerar koden",
  otherCode: "Byt kod",
  tryAgain: "Försök på nytt",
  invitation: (team, area) => `${team}, ${area}`,
  invitationLabel: "Med koden ansluter du dig till teamet",
  name: "Ditt namn",
  nameHint: "Så här ser kollegerna dig.",
  passphrase: "Lösenfras",
  passphraseHint:
    "Minst 12 tecken eller fyra ord. Det går att klistra in och använda lösenordsprogram.",
  show: "Visa lösenfrasen",
  hide: "Dölj lösenfrasen",
  strength: "Lösenfrasens styrka",
  strengths: [
    "Mycket lätt att gissa",
    "Lätt att gissa",
    "Måttlig – lägg till ett ord",
    "Bra",
    "Mycket bra",
  ],
  noStrength: "Skriv, så ser du styrkan.",
  suggest: "Föreslå en lösenfras",
  suggestAgain: "Föreslå en annan",
  suggested: "Förslaget finns nu i fältet. Skriv upp det innan du fortsätter.",
  needsNetwork:
    "För att komma i gång behövs förbindelse en stund. Det du skrev finns kvar; försök på nytt.",
  noRescue: "Ingen kan ta fram lösenfrasen åt dig, så förvara den väl.",
  enrol: "Ta i bruk",
  enrolling: "Tas i bruk",
};
