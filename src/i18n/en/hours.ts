import type { hours as finnish } from "../fi/hours.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("en");

export const hours: typeof finnish = {
  title: "Working hours and absences",
  intro: "Times are suggested for you by these. The team sees when you work and when you are away.",
  rowText: "When times are suggested for you",
  week: "Working hours",
  notWritten:
    "You have written no working hours. So times are suggested Monday to Friday, 8 to 17.",
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  free: "No working hours",
  from: "From",
  until: "Until",
  place: "Where",
  anyPlace: "The place varies",
  stretch: (nth) => `Stretch ${nth}`,
  addStretch: "Add a stretch",
  removeStretch: (nth) => `Remove stretch ${nth}`,
  everyWorkday: "The same every weekday",
  saved: (day) => `Working hours saved: ${day}`,
  savedWorkdays: "Working hours saved: Monday–Friday",
  undone: "The working hours are as before.",
  notYetHere: "Your details are not on this device yet. They come with the next connection.",
  absences: "Absences",
  noAbsences: "No coming absences.",
  addAbsence: "Add an absence",
  whyNot: "No reason is recorded.",
  first: "First day",
  last: "Last day",
  extent: "How long",
  wholeDays: "Whole days",
  partOfDay: "From one hour to another",
  meanwhile: (count) =>
    plural(count, {
      one: "There is 1 appointment during the absence. It does not move by itself.",
      other: `There are ${count} appointments during the absence. They do not move by themselves.`,
    }),
  saveAbsence: "Save the absence",
  absenceSaved: (span) => `Absence saved: ${span}`,
  absenceUndone: "Absence removed.",
  removeAbsence: (span) => `Remove the absence ${span}`,
  absenceRemoved: (span) => `Absence removed: ${span}`,
  absenceBack: "The absence is back.",
};
