import type { DeviceId, MemberId, RecordId } from "../ids.ts";
import { addMs, type Instant, type LocalDate, minuteMs } from "../instant.ts";
import { type Appointment, isLedBy } from "../kinds/appointment.ts";
import { addDays, fromLocal, toLocalDate } from "../local-time.ts";
import { type AllotmentRecord, isCertain } from "../times/allotted.ts";
import type { Span } from "../times/day-plan.ts";
import { offeredStepInMinutes } from "../times/offered-day.ts";
import { gapsIn, type SpanUnion, touchingOf, unionOf } from "./span-union.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** The parts of a day in which a time may begin: before noon, from noon on, or either. */
export const dayParts = ["any", "morning", "afternoon"] as const;
export type DayPart = (typeof dayParts)[number];

/**
 * What is looked for. `places` are those that suit, `null` for any; a time whose adviser is at no fixed place then is given
 * `openPlace`.
 */
export type FinderQuestion = {
  readonly lengthInMinutes: number;
  readonly from: LocalDate;
  readonly part: DayPart;
  readonly places: ReadonlySet<RecordId> | null;
  readonly openPlace: RecordId | null;
};

/** A free time, whose it is, and where: `null` where that is still to be agreed. It `isGuaranteed` out of the device's allotment. */
export type FoundTime = Span & {
  readonly adviser: MemberId;
  readonly place: RecordId | null;
  readonly isGuaranteed: boolean;
};

/** An adviser's times. What of a time is taken is put together when it is asked for: thousands may be booked later on. */
export type AdviserTimes = {
  readonly adviser: MemberId;
  readonly work: WorkCalendar;
  /** Everything that an ordinary booking within a time would run into. */
  readonly taken: (whole: Span) => SpanUnion;
  /** The same without allotments: what is given out of one, and what one is away for. */
  readonly given: (whole: Span) => SpanUnion;
  /** The allotments that this device can give out with certainty, by their day. */
  readonly certain: ReadonlyMap<LocalDate, readonly AllotmentRecord[]>;
};

/** So far ahead is looked, in days: three months. */
export const finderReachInDays = 92;

const noon = 12 * 60;
const stepMs = offeredStepInMinutes * minuteMs;
/** Two times of one adviser are at least so far apart: a choice every half hour is one. */
const leastStepMs = 2 * stepMs;

type Booked = { readonly values: Pick<Appointment, "slot" | "coLeaders"> };

/**
 * Puts the times of advisers together. `bookedWithin` gives the standing appointments that take some of a time, and is asked
 * about the times that are looked at alone; `allotments` are the open ones.
 */
export const timesOfAdvisers = (
  advisers: readonly MemberId[],
  bookedWithin: (whole: Span) => readonly Booked[],
  allotments: readonly AllotmentRecord[],
  workOf: (adviser: MemberId) => WorkCalendar,
  device: DeviceId,
): AdviserTimes[] =>
  advisers.map((adviser) => {
    const own = allotments.filter(({ values }) => values.slot.adviser === adviser);
    const held = unionOf(own.map(({ values }) => values.slot));
    const work = workOf(adviser);
    const given = (whole: Span) => {
      const booked = bookedWithin(whole).filter(({ values }) => isLedBy(values, adviser));
      return unionOf([...booked.map(({ values }) => values.slot), ...touchingOf(work.away, whole)]);
    };
    const taken = (whole: Span) => unionOf([...given(whole), ...touchingOf(held, whole)]);
    return { adviser, work, taken, given, certain: byDay(own, device) };
  });

const byDay = (
  allotments: readonly AllotmentRecord[],
  device: DeviceId,
): ReadonlyMap<LocalDate, readonly AllotmentRecord[]> => {
  const days = new Map<LocalDate, AllotmentRecord[]>();
  for (const one of allotments) {
    if (!isCertain(one, device)) continue;
    const date = toLocalDate(one.values.slot.start);
    days.set(date, [...(days.get(date) ?? []), one]);
  }
  return days;
};

/**
 * The first free times from `now` on, at most `count`, by their start; of those that begin together a guaranteed one first.
 * They lie in the advisers' hours (none on a holiday), at the places asked for, around all that is booked, held or away; times
 * out of the device's own allotments count wherever they are. Those of one adviser do not overlap each other.
 */
export const findTimes = (
  question: FinderQuestion,
  advisers: readonly AdviserTimes[],
  now: Instant,
  count: number,
): FoundTime[] => {
  const found: FoundTime[] = [];
  for (let ahead = 0; ahead <= finderReachInDays && found.length < count; ahead += 1) {
    const date = addDays(question.from, ahead);
    const ofDay = advisers.flatMap((times) => timesOn(date, question, times, now));
    found.push(...ofDay.sort(inOrder));
  }
  return found.slice(0, count);
};

const inOrder = (one: FoundTime, other: FoundTime): number =>
  one.start - other.start || Number(other.isGuaranteed) - Number(one.isGuaranteed);

const timesOn = (
  date: LocalDate,
  question: FinderQuestion,
  { adviser, work, taken, given, certain }: AdviserTimes,
  now: Instant,
): FoundTime[] => {
  const { places, openPlace } = question;
  const window = windowOf(date, question.part);
  const times: FoundTime[] = [];
  const add = (whole: Span, union: SpanUnion, fixed: RecordId | null, isGuaranteed: boolean) => {
    if (places !== null && fixed !== null && !places.has(fixed)) return;
    for (const gap of gapsIn(whole, union)) {
      for (const span of spansIn(gap, question.lengthInMinutes, window, now)) {
        times.push({ ...span, adviser, place: fixed ?? openPlace, isGuaranteed });
      }
    }
  };
  for (const stretch of work.stretchesOn(date)) {
    add(stretch, taken(stretch), stretch.place, false);
  }
  for (const { values } of certain.get(date) ?? []) {
    add(values.slot, given(values.slot), values.slot.place, true);
  }
  return times;
};

/** When a time may begin on a day. */
const windowOf = (date: LocalDate, part: DayPart): Span => ({
  start: fromLocal(date, part === "afternoon" ? noon : 0),
  end: part === "morning" ? fromLocal(date, noon) : fromLocal(addDays(date, 1), 0),
});

/** The times of a gap one after the other: from its start, or from the quarter of an hour at which one may begin. */
const spansIn = (gap: Span, lengthInMinutes: number, window: Span, now: Instant): Span[] => {
  const lengthMs = lengthInMinutes * minuteMs;
  const soonest = Math.max(window.start, now);
  const first = gap.start >= soonest ? gap.start : Math.ceil(soonest / stepMs) * stepMs;
  const apartMs = Math.max(Math.ceil(lengthMs / stepMs) * stepMs, leastStepMs);
  const spans: Span[] = [];
  for (let at = first; at + lengthMs <= gap.end && at < window.end; at += apartMs) {
    spans.push({ start: at as Instant, end: addMs(at as Instant, lengthMs) });
  }
  return spans;
};
