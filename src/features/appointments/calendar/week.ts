import type { LocalDate } from "#domain/instant.ts";
import { addDays, weekdayOf } from "#domain/local-time.ts";

/** The days of the week around a day, Monday first. */
export const weekOf = (date: LocalDate): LocalDate[] => {
  const monday = addDays(date, 1 - weekdayOf(date));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
};

/** The number of the week in which a day is: the first has the year's first Thursday (ISO 8601). */
export const weekNumber = (date: LocalDate): number => {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const newYear = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - newYear) / 86_400_000;
  return Math.floor(days / 7) + 1;
};
