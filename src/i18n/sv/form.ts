import type { form as finnish } from "../fi/form.ts";

export const form: typeof finnish = {
  who: "För vem",
  whoHint: "Namn eller täcknamn. Ingen personbeteckning.",
  sameName: "Det finns redan en kund med samma namn. Välj kunden i listan om det är samma person.",
  knownClient: "Kunden finns redan",
  suggestions: (count) => (count === 0 ? "Inga förslag" : `${count} förslag`),
  phone: "Telefon",
  where: "Var",
  byPhone: "Per telefon",
  otherPlace: "På annat ställe",
  otherPlaceHint: "Skriv platsen bland tilläggsuppgifterna.",
  morePlaces: "Fler platser",
  when: "När",
  otherDay: "Annan dag",
  time: "Klockslag",
  otherTime: "Annat klockslag",
  otherTimeHint: "Till exempel 13.10",
  otherTimeError: "Skriv tiden i formen 13.30.",
  noTimesLeft: "Dagens vanliga tider är förbi. Skriv klockslaget nedan.",
  takenBy: (client, span) => `bokad: ${client} ${span}`,
  takenTitle: "Du har redan en bokning samtidigt",
  takenText: (client, span) => `${client}, ${span}. Du kan ändå boka om du är säker.`,
  alsoTaken: "Du har en annan bokning samtidigt.",
  alsoTakenOfOther: "Handledaren har en annan bokning samtidigt.",
  alsoTakenText: (client, span) => `${client}, ${span}`,
  pastText: "Den här tiden är redan förbi.",
  guidance: "Typ av handledning",
  length: "Längd",
  end: "Slutar",
  language: "Språk",
  moreLanguages: "Annat språk",
  adviser: "Handledare",
  note: "Tilläggsuppgifter",
  noteHint: "Bara det som behövs för handledningen. Ingen personbeteckning.",
  summary: (guidance, length, language) => `${guidance}, ${length}, ${language}`,
  asBefore: "typ och längd som i föregående bokning",
  erased: {
    chosen:
      "Kundens uppgifter raderades för gott, så kunden finns inte längre i formuläret. Välj en annan kund eller avbryt.",
    listed:
      "Uppgifterna om någon på listan raderades för gott, så personen finns inte längre på listan.",
  },
  noTeam: {
    "not-yet": {
      title: "Ditt team har inte hämtats ännu",
      text: "Du kan boka när enheten en gång har haft förbindelse. Det sker av sig självt och utkastet finns kvar.",
    },
    "no-team": {
      title: "Du är inte med i något team",
      text: "Därför kan du inte boka tider. Fråga koordinatorn. När du har lagts till i ett team kan du boka genast.",
    },
    revoked: {
      title: "Enheten är spärrad",
      text: "Därför kan du inte boka tider på den här enheten. Fråga koordinatorn.",
    },
  },
};
