import { addMs, dayMs, type Instant, type LocalDate, minuteMs } from "../instant.ts";
import { addDays, fromLocal, type MinuteOfDay, toLocal } from "../local-time.ts";
import type { SlotTimes } from "../times/booking.ts";
import { slotMaxMs, slotMinMs } from "../times/slot.ts";

/** One time of a series: its day by the rule, and when it is. */
export type PlannedTime = SlotTimes & { readonly date: LocalDate };

/**
 * The times of a series on its days: each at the same wall-clock time as `first`, also where the clocks change between them.
 * On a night when the clocks change a time may be an hour longer or shorter.
 */
export const planTimes = (days: readonly LocalDate[], first: SlotTimes): PlannedTime[] => {
  const placing = placingOf(first, first.start);
  return days.map((date) => ({ date, ...timesFrom(date, placing) }));
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
export const placedAt = (placing: Placing, occurrence: Instant): SlotTimes =>
  timesFrom(addDays(toLocal(occurrence).date, placing.days), placing);

/**
 * From when to when on a day. Where the change of the clocks leaves no time that can be written between the two, or more than
 * there can be, it lasts as long as on any other day.
 */
const timesFrom = (date: LocalDate, { from, nights, to }: Placing): SlotTimes => {
  const start = fromLocal(date, from);
  const end = fromLocal(addDays(date, nights), to);
  const lastsMs = end - start;
  if (lastsMs >= slotMinMs && lastsMs <= slotMaxMs) return { start, end };
  return { start, end: addMs(start, nights * dayMs + (to - from) * minuteMs) };
};

const daysBetween = (one: LocalDate, other: LocalDate): number =>
  (Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / dayMs;
