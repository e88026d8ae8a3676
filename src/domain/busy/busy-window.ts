import type { Instant } from "../instant.ts";
import type { Span } from "../kinds/absence.ts";
import { addDays, fromLocal, toLocalDate } from "../local-time.ts";

/** How far ahead another calendar is looked at, in days: half a year, as far as anybody books. */
const daysAhead = 180;

/** The time that is asked of another calendar: whole days, from the beginning of yesterday to 180 days from today. */
export const busyWindow = (now: Instant): Span => {
  const today = toLocalDate(now);
  return {
    start: fromLocal(addDays(today, -1), 0),
    end: fromLocal(addDays(today, daysAhead + 1), 0),
  };
};
