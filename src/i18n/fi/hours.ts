import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** An adviser's working hours and absences. */
export const hours = {
  title: "Työajat ja poissaolot",
  intro:
    "Näiden mukaan sinulle ehdotetaan aikoja. Tiimi näkee, milloin olet töissä ja milloin poissa.",
  rowText: "Milloin sinulle ehdotetaan aikoja",
  week: "Työajat",
  notWritten:
    "Et ole kirjoittanut työaikoja. Siksi aikoja ehdotetaan maanantaista perjantaihin klo 8–17.",
  weekdays: [
    "Maanantai",
    "Tiistai",
    "Keskiviikko",
    "Torstai",
    "Perjantai",
    "Lauantai",
    "Sunnuntai",
  ] as readonly string[],
  free: "Ei työaikaa",
  from: "Alkaa",
  until: "Päättyy",
  place: "Missä",
  anyPlace: "Paikka vaihtelee",
  stretch: (nth: number) => `${nth}. jakso`,
  addStretch: "Lisää jakso",
  removeStretch: (nth: number) => `Poista ${nth}. jakso`,
  everyWorkday: "Sama joka arkipäivä",
  saved: (day: string) => `Työajat tallennettu: ${day}`,
  savedWorkdays: "Työajat tallennettu: maanantai–perjantai",
  undone: "Työajat ovat kuten ennen.",
  notYetHere: "Tietosi eivät ole vielä tällä laitteella. Ne tulevat, kun yhteys on.",
  absences: "Poissaolot",
  noAbsences: "Ei tulevia poissaoloja.",
  addAbsence: "Lisää poissaolo",
  whyNot: "Syytä ei kirjata.",
  first: "Ensimmäinen päivä",
  last: "Viimeinen päivä",
  extent: "Kuinka kauan",
  wholeDays: "Koko päivät",
  partOfDay: "Kellonajasta toiseen",
  meanwhile: (count: number) =>
    plural(count, {
      one: "Poissaolon aikana on 1 sovittu aika. Se ei siirry itsestään.",
      other: `Poissaolon aikana on ${count} sovittua aikaa. Ne eivät siirry itsestään.`,
    }),
  saveAbsence: "Tallenna poissaolo",
  absenceSaved: (span: string) => `Poissaolo tallennettu: ${span}`,
  absenceUndone: "Poissaolo poistettu.",
  removeAbsence: (span: string) => `Poista poissaolo ${span}`,
  absenceRemoved: (span: string) => `Poissaolo poistettu: ${span}`,
  absenceBack: "Poissaolo palautettu.",
};
