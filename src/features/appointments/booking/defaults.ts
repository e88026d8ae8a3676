import { type AllotmentRecord, freeAllottedTimes, isCertain } from "#domain/times/allotted.ts";
import type { WorkCalendar } from "#domain/availability/work-calendar.ts";
import { firstFreeTime, type Span } from "#domain/times/day-plan.ts";
import type { DeviceId, MemberId, RecordId } from "#domain/ids.ts";
import type { Instant, LocalDate } from "#domain/instant.ts";
import type { Slot } from "#domain/times/slot.ts";
import { type MinuteOfDay, toLocal, toLocalDate } from "#domain/local-time.ts";
import { individualMeeting } from "#domain/times/meeting.ts";
import type { BookingFields } from "./booking-form.ts";
import type { HeldStart } from "#features/parts/times/held-times.ts";
import type { Habit } from "#features/parts/appointment-form/habit.ts";
import { clockText, usualLengthInMinutes } from "#features/parts/appointment-form/form-times.ts";

const noHabit: Habit = {
  guidance: "education",
  channel: "visit",
  place: null,
  lengthInMinutes: usualLengthInMinutes,
};

export type Starting = {
  readonly adviser: MemberId;
  readonly habit: Habit | null;
  readonly taken: readonly Pick<Slot, "start" | "end">[];
  /** Whether held times are in the way of a booking. */
  readonly isHeld: (span: Span) => boolean;
  /** The free starts of a day's times that this device gives out. */
  readonly startsOn: (date: LocalDate) => readonly HeldStart[];
  /** Whether it is suggested only on a day that has no other. */
  readonly isPoor: (slot: Slot) => boolean;
  readonly work: WorkCalendar;
  readonly now: Instant;
  /** The kinds of guidance that can be chosen. */
  readonly guidance: readonly string[];
  /** A time that was chosen before the form opened, and what goes with it. */
  readonly at: StartingTime | null;
};

type StartingTime = {
  readonly date: LocalDate;
  readonly minute: MinuteOfDay;
  readonly lengthInMinutes?: number;
  readonly place?: RecordId | null;
};

/** The next time of today that is held for this device, as long as its allotment says and where: `null` when there is none. */
export const firstHeldToday = (
  allotments: Iterable<AllotmentRecord>,
  device: DeviceId,
  taken: readonly Span[],
  now: Instant,
): StartingTime | null => {
  const times = [...allotments]
    .filter((one) => isCertain(one, device))
    .flatMap((one) =>
      freeAllottedTimes(one, taken, now).map((span) => ({ span, values: one.values })),
    )
    .filter(({ span }) => toLocalDate(span.start) === toLocalDate(now))
    .sort((one, other) => one.span.start - other.span.start);
  const [first] = times;
  if (first === undefined) return null;
  const { lengthInMinutes, slot } = first.values;
  return { ...toLocal(first.span.start), lengthInMinutes, place: slot.place };
};

/**
 * The first free time; where one that this device gives out comes no later that day, that one as its allotment has it: what
 * is longer would eat the next.
 */
const firstTime = (
  lengthInMinutes: number,
  { adviser, habit, taken, isHeld, startsOn, isPoor, work, now }: Starting,
): StartingTime | null => {
  const { place } = habit ?? noHabit;
  const isPoorThere = (span: Span) => isPoor({ ...span, place, adviser });
  const looking = { isHeld, work, isPoor: isPoorThere };
  const time = firstFreeTime(now, lengthInMinutes, taken, looking);
  if (time === null) return null;
  const { date, minute } = time;
  const held = startsOn(date)
    .filter((start) => start.minute <= minute)
    .reduce<HeldStart | null>(
      (first, one) => (first === null || one.minute < first.minute ? one : first),
      null,
    );
  return held === null ? time : { date, ...held };
};

/** The language of guidance until a known client brings another. */
export const usualLanguage = "fi";

/** The form as it opens: the last booking's choices, and the first time that is free. */
export const startingForm = (starting: Starting): BookingFields => {
  const { adviser, habit, now, guidance, at } = starting;
  const { lengthInMinutes: usual, ...kept } = habit ?? noHabit;
  const time = at ?? firstTime(usual, starting);
  const lengthInMinutes = time?.lengthInMinutes ?? usual;
  const isOffered = guidance.includes(kept.guidance);
  return {
    ...individualMeeting,
    ...kept,
    guidance: isOffered ? kept.guidance : (guidance[0] ?? kept.guidance),
    ...(time?.place === undefined ? {} : { place: time.place, channel: "visit" }),
    adviser,
    client: null,
    language: usualLanguage,
    name: "",
    phone: "",
    note: "",
    date: time?.date ?? toLocalDate(now),
    start: time === null ? "" : clockText(time.minute),
    end: time === null ? "" : clockText(Math.min(time.minute + lengthInMinutes, 24 * 60 - 1)),
    roster: [],
    rosterName: "",
  };
};
