import type { hours as finnish } from "../fi/hours.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("sv");

export const hours: typeof finnish = {
  title: "Arbetstider och frånvaro",
  intro: "Tider föreslås för dig enligt de här. Teamet ser när du arbetar och när du är borta.",
  rowText: "När tider föreslås för dig",
  week: "Arbetstider",
  notWritten:
    "Du har inte skrivit några arbetstider. Därför föreslås tider måndag till fredag kl. 8–17.",
  weekdays: ["Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag"],
  free: "Ingen arbetstid",
  from: "Börjar",
  until: "Slutar",
  place: "Var",
  anyPlace: "Platsen varierar",
  stretch: (nth) => `Pass ${nth}`,
  addStretch: "Lägg till ett pass",
  removeStretch: (nth) => `Ta bort pass ${nth}`,
  everyWorkday: "Samma varje vardag",
  saved: (day) => `Arbetstiderna sparade: ${day}`,
  savedWorkdays: "Arbetstiderna sparade: måndag–fredag",
  undone: "Arbetstiderna är som förut.",
  notYetHere:
    "Dina uppgifter finns inte på den här enheten än. De kommer när det finns förbindelse.",
  absences: "Frånvaro",
  noAbsences: "Ingen kommande frånvaro.",
  addAbsence: "Lägg till frånvaro",
  whyNot: "Orsaken antecknas inte.",
  first: "Första dagen",
  last: "Sista dagen",
  extent: "Hur länge",
  wholeDays: "Hela dagar",
  partOfDay: "Från ett klockslag till ett annat",
  meanwhile: (count) =>
    plural(count, {
      one: "Under frånvaron finns 1 avtalad tid. Den flyttas inte av sig själv.",
      other: `Under frånvaron finns ${count} avtalade tider. De flyttas inte av sig själva.`,
    }),
  saveAbsence: "Spara frånvaron",
  absenceSaved: (span) => `Frånvaron sparad: ${span}`,
  absenceUndone: "Frånvaron borttagen.",
  removeAbsence: (span) => `Ta bort frånvaron ${span}`,
  absenceRemoved: (span) => `Frånvaron borttagen: ${span}`,
  absenceBack: "Frånvaron är tillbaka.",
};
