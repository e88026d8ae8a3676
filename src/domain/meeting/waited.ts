import { dayMs, type Instant, type LocalDate } from "../instant.ts";
import { toLocalDate } from "../local-time.ts";

/** How many days somebody waited who asked on `asked` and met on the day of `met`: never fewer than none. */
export const waitedInDays = (asked: LocalDate, met: Instant): number =>
  daysBetween(asked, toLocalDate(met));

/** How many days lie between two days; none if the second is not later. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs));

/** The day that is written as asked for: what is noted afterwards was asked for on its own day at the latest. */
export const askedOn = (today: LocalDate, start: Instant): LocalDate => {
  const day = toLocalDate(start);
  return day < today ? day : today;
};
