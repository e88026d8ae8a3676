import { dayMs, type Instant, type LocalDate } from "../instant.ts";
import { addDays, fromLocal, type MinuteOfDay, toLocal } from "../local-time.ts";
import type { SlotTimes } from "../times/booking.ts";

/** One time of a series: its day by the rule, and when it is. */
export type PlannedTime = SlotTimes & { readonly date: LocalDate };

/**
 * The times of a series on its days: each at the same wall-clock time as `first`, also where the clocks change between them.
 * On a night when the clocks change a time may be an hour longer or shorter.
 */
export const planTimes = (days: readonly LocalDate[], first: SlotTimes): PlannedTime[] => {
  const [start, end] = [toLocal(first.start), toLocal(first.end)];
  const nights = daysBetween(start.date, end.date);
  return days.map((date) => ({
    date,
    start: fromLocal(date, start.minute),
    end: fromLocal(addDays(date, nights), end.minute),
  }));
};

/** How a time lies to the time its series' rule had for it: so many days after it, from when to when by the clock. */
export type Placing = {
  readonly days: number;
  readonly from: MinuteOfDay;
  readonly nights: number;
  readonly to: MinuteOfDay;
};

/** How `times` lies to `occurrence`. */
export const placingOf = (times: SlotTimes, occurrence: Instant): Placing => {
  const [start, end] = [toLocal(times.start), toLocal(times.end)];
  return {
    days: daysBetween(toLocal(occurrence).date, start.date),
    from: start.minute,
    nights: daysBetween(start.date, end.date),
    to: end.minute,
  };
};

/** The time that lies so to `occurrence`. */
export const placedAt = (placing: Placing, occurrence: Instant): SlotTimes => {
  const date = addDays(toLocal(occurrence).date, placing.days);
  return {
    start: fromLocal(date, placing.from),
    end: fromLocal(addDays(date, placing.nights), placing.to),
  };
};

const daysBetween = (one: LocalDate, other: LocalDate): number =>
  (Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / dayMs;
