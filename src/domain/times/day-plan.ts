import { addMs, type Instant, type LocalDate, minuteMs } from "../instant.ts";
import { addDays, fromLocal, type MinuteOfDay, toLocal } from "../local-time.ts";
import { usualCalendar, type WorkCalendar } from "../availability/work-calendar.ts";
import { offeredDay, offeredStepInMinutes } from "./offered-day.ts";

/** A stretch of time: `start` included, `end` not. */
export type Span = { readonly start: Instant; readonly end: Instant };

/** A time that a form offers, and whether the adviser already has something then. */
export type OfferedTime = {
  readonly minute: MinuteOfDay;
  readonly span: Span;
  readonly isTaken: boolean;
};

/** Whether two stretches of time have a moment in common. Touching ends do not count. */
export const isOverlapping = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end;

/** The stretches of a day in which times are offered: the hours that are worked, and on any other day the usual ones. */
const offeredStretches = (date: LocalDate, work: WorkCalendar): readonly Span[] => {
  const worked = work.stretchesOn(date);
  if (worked.length > 0) return worked;
  return [{ start: fromLocal(date, offeredDay.first), end: fromLocal(date, offeredDay.last) }];
};

/**
 * The times a form offers on a day: each quarter of an hour of the adviser's hours that a length fits behind, and each taken
 * one marked: what runs into a booking, an absence or another calendar, and every time of a holiday. On a day that is not
 * worked the usual hours are offered, for whoever books there on purpose. Times before `notBefore` are left out, so that
 * today shows what is still to come.
 */
export const offeredTimes = (
  date: LocalDate,
  lengthInMinutes: number,
  taken: readonly Span[],
  notBefore: Instant,
  work: WorkCalendar = usualCalendar,
): OfferedTime[] => {
  const offered: OfferedTime[] = [];
  for (const stretch of offeredStretches(date, work)) {
    const takenThen = taken.filter((one) => isOverlapping(one, stretch));
    for (const { minute, start } of quartersOf(date, stretch)) {
      const span = { start, end: addMs(start, lengthInMinutes * minuteMs) };
      if (start < notBefore || span.end > stretch.end) continue;
      const isTaken =
        takenThen.some((one) => isOverlapping(one, span)) || work.obstacle(span) !== null;
      offered.push({ minute, span, isTaken });
    }
  }
  return offered;
};

/** The quarters that the wall clock shows during a stretch of a day; of an hour that comes twice those of the first. */
const quartersOf = (
  date: LocalDate,
  { start, end }: Span,
): readonly { readonly minute: MinuteOfDay; readonly start: Instant }[] => {
  const first = toLocal(start).minute;
  const last = toLocal(addMs(end, -minuteMs)).minute;
  // The clocks change at night: else a minute on the wall is a minute, and asking for each of them would be felt.
  const isEven = (last - first + 1) * minuteMs === end - start;
  const quarters = [];
  const step = offeredStepInMinutes;
  for (let minute = Math.ceil(first / step) * step; minute <= last; minute += step) {
    const at = isEven ? addMs(start, (minute - first) * minuteMs) : fromLocal(date, minute);
    if (isEven || toLocal(at).minute === minute) quarters.push({ minute, start: at });
  }
  return quarters;
};

/**
 * The first offered time of a day from `now` on that nothing is taken from and `isHeld` does not tell, one that `isPoor` tells
 * only where there is no other; `null` when there is none.
 */
export const firstFreeMinuteOn = (
  date: LocalDate,
  lengthInMinutes: number,
  taken: readonly Span[],
  now: Instant,
  isHeld: (span: Span) => boolean,
  work: WorkCalendar = usualCalendar,
  isPoor: (span: Span) => boolean = () => false,
): MinuteOfDay | null => {
  const free = offeredTimes(date, lengthInMinutes, taken, now, work).filter(
    ({ isTaken, span }) => !isTaken && !isHeld(span),
  );
  return (free.find(({ span }) => !isPoor(span)) ?? free[0])?.minute ?? null;
};

/**
 * How {@link firstFreeTime} looks: `isHeld` tells the times that something is held against, `work` when the adviser works, and
 * `isPoor` those that are only taken on a day without another.
 */
export type Looking = {
  readonly daysAhead?: number;
  readonly isHeld?: (span: Span) => boolean;
  readonly work?: WorkCalendar;
  readonly isPoor?: (span: Span) => boolean;
};

/**
 * The time a new booking starts from: the first free offered time from `now` on, today or on one of the next `daysAhead`
 * days (60: beyond a summer's holiday), those that are not worked left out. `null` when everything is taken or held.
 */
export const firstFreeTime = (
  now: Instant,
  lengthInMinutes: number,
  taken: readonly Span[],
  { daysAhead = 60, isHeld = () => false, work = usualCalendar, isPoor }: Looking = {},
): { readonly date: LocalDate; readonly minute: MinuteOfDay } | null => {
  const today = toLocal(now).date;
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const date = addDays(today, ahead);
    if (work.stretchesOn(date).length === 0) continue;
    const minute = firstFreeMinuteOn(date, lengthInMinutes, taken, now, isHeld, work, isPoor);
    if (minute !== null) return { date, minute };
  }
  return null;
};
