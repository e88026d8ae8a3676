import type { RecordId } from "../ids.ts";
import type { LocalDate } from "../instant.ts";
import type { WorkingHours } from "../kinds/adviser.ts";
import { fromLocal, weekdayOf } from "../local-time.ts";
import type { Span } from "../times/day-plan.ts";
import { lastWorkday, offeredDay } from "../times/offered-day.ts";
import { holidayOn } from "./holidays.ts";

/** A stretch of one day's work, and where the adviser is then, if always at one place. */
export type WorkStretch = Span & { readonly place: RecordId | null };

/** The hours that count where nobody has written any: Monday to Friday, the hours a form offers, at any place. */
export const usualHours: readonly WorkingHours[] = Array.from(
  { length: lastWorkday },
  (_, index) => ({
    weekday: index + 1,
    from: offeredDay.first,
    until: offeredDay.last,
    place: null,
  }),
);

/**
 * What of a day is worked, in its order and without overlaps; of two stretches over one time the earlier keeps it. Nothing on
 * a holiday. Over a change of the clocks the wall clock counts, so such a day's stretch is an hour longer or shorter; what lies
 * in the hour that is skipped falls away.
 */
export const stretchesOn = (date: LocalDate, hours: readonly WorkingHours[]): WorkStretch[] => {
  const weekday = weekdayOf(date);
  const ofDay = (hours.length === 0 ? usualHours : hours).filter((one) => one.weekday === weekday);
  if (ofDay.length === 0 || holidayOn(date) !== null) return [];
  const stretches: WorkStretch[] = [];
  for (const { from, until, place } of [...ofDay].sort((one, other) => one.from - other.from)) {
    const [begun, end] = [fromLocal(date, from), fromLocal(date, until)];
    const before = stretches.at(-1)?.end ?? begun;
    const start = before > begun ? before : begun;
    if (start < end) stretches.push({ start, end, place });
  }
  return stretches;
};
