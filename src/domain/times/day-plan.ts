import type { MemberId, RecordId } from "../ids.ts";
import { addMs, type Instant, type LocalDate, minuteMs } from "../instant.ts";
import { type Appointment, isStanding } from "../kinds/appointment.ts";
import type { Slot } from "./slot.ts";
import { addDays, fromLocal, type MinuteOfDay, toLocal, weekdayOf } from "../local-time.ts";

/** A stretch of time: `start` included, `end` not. */
export type Span = { readonly start: Instant; readonly end: Instant };

/** A time that a form offers, and whether the adviser already has something then. */
export type OfferedTime = {
  readonly minute: MinuteOfDay;
  readonly span: Span;
  readonly isTaken: boolean;
};

/** The hours a form offers before anything else is known, as minutes after midnight: 8.00–17.00. Any other time may be written. */
export const offeredDay: { readonly first: MinuteOfDay; readonly last: MinuteOfDay } = {
  first: 8 * 60,
  last: 17 * 60,
};

/** Times are offered at this step, in minutes: the quarter of an hour, the finest that people agree on by word of mouth. */
export const offeredStepInMinutes = 15;

/** The last day of the working week: Friday, as ISO 8601 numbers the days. */
const lastWorkday = 5;

/** Whether two stretches of time have a moment in common. Touching ends do not count. */
export const isOverlapping = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end;

/** The stretches of time that an adviser's standing appointments take, `except` one that is being moved. */
export const takenSpans = (
  appointments: Iterable<{
    readonly id: RecordId;
    readonly values: Pick<Appointment, "slot" | "status">;
  }>,
  adviser: MemberId,
  except?: RecordId,
): Slot[] => {
  const taken: Slot[] = [];
  for (const { id, values } of appointments) {
    if (values.slot.adviser === adviser && id !== except && isStanding(values))
      taken.push(values.slot);
  }
  return taken.sort((one, other) => one.start - other.start);
};

/**
 * The times a form offers on a day: each quarter of an hour of {@link offeredDay} that a length fits behind, and each
 * taken one marked. Times before `notBefore` are left out, so that today shows what is still to come.
 */
export const offeredTimes = (
  date: LocalDate,
  lengthInMinutes: number,
  taken: readonly Span[],
  notBefore: Instant,
): OfferedTime[] => {
  // The clocks change at night: within the offered hours a minute on the wall is a minute.
  const opening = fromLocal(date, offeredDay.first);
  const closing = addMs(opening, (offeredDay.last - offeredDay.first) * minuteMs);
  const takenThen = taken.filter((one) => isOverlapping(one, { start: opening, end: closing }));
  const offered: OfferedTime[] = [];
  for (
    let minute = offeredDay.first;
    minute + lengthInMinutes <= offeredDay.last;
    minute += offeredStepInMinutes
  ) {
    const start = addMs(opening, (minute - offeredDay.first) * minuteMs);
    const span = { start, end: addMs(start, lengthInMinutes * minuteMs) };
    if (start < notBefore) continue;
    offered.push({ minute, span, isTaken: takenThen.some((one) => isOverlapping(one, span)) });
  }
  return offered;
};

/** The first offered time of a day from `now` on that nothing is taken from and `isHeld` does not tell; `null` when there is none. */
export const firstFreeMinuteOn = (
  date: LocalDate,
  lengthInMinutes: number,
  taken: readonly Span[],
  now: Instant,
  isHeld: (span: Span) => boolean,
): MinuteOfDay | null =>
  offeredTimes(date, lengthInMinutes, taken, now).find(
    ({ isTaken, span }) => !isTaken && !isHeld(span),
  )?.minute ?? null;

/** How {@link firstFreeTime} looks: `isHeld` tells the times that something is held against. */
export type Looking = {
  readonly daysAhead?: number;
  readonly isHeld?: (span: Span) => boolean;
};

/**
 * The time a new booking starts from: the first free offered time from `now` on, today or on one of the next
 * `daysAhead` days (14), Saturdays and Sundays left out. `null` when everything is taken or held.
 */
export const firstFreeTime = (
  now: Instant,
  lengthInMinutes: number,
  taken: readonly Span[],
  { daysAhead = 14, isHeld = () => false }: Looking = {},
): { readonly date: LocalDate; readonly minute: MinuteOfDay } | null => {
  const today = toLocal(now).date;
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const date = addDays(today, ahead);
    if (weekdayOf(date) > lastWorkday) continue;
    const minute = firstFreeMinuteOn(date, lengthInMinutes, taken, now, isHeld);
    if (minute !== null) return { date, minute };
  }
  return null;
};
