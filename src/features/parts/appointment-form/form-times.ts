import type { WorkCalendar } from "#domain/availability/work-calendar.ts";
import { gapsIn } from "#domain/availability/span-union.ts";
import type { BookingForm } from "#domain/times/booking.ts";
import {
  isOverlapping,
  offeredTimes,
  type OfferedTime,
  type Span,
} from "#domain/times/day-plan.ts";
import { addMs, type Instant, isLocalDate, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { Slot } from "#domain/times/slot.ts";
import {
  addDays,
  fromLocal,
  type MinuteOfDay,
  parseMinuteOfDay,
  toLocal,
} from "#domain/local-time.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import type { HeldStart } from "#features/parts/times/held-times.ts";
import { adviserOf, type AppointmentForm } from "./appointment-form.ts";

export const usualLengthInMinutes = 45;
const lastMinute = 24 * 60 - 1;

/** `13:00`, as the controls of a form hold a time. */
export const clockText = (minute: MinuteOfDay): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** The length the form says, or `null` while it says none. */
export const lengthOf = ({ start, end }: Pick<BookingForm, "start" | "end">): number | null => {
  const from = parseMinuteOfDay(start);
  const to = parseMinuteOfDay(end);
  return from === null || to === null || to <= from ? null : to - from;
};

/** Moves the start and takes the end along, so that the length stays. */
export const withStart = (
  form: BookingForm,
  start: string,
  lengthInMinutes = lengthOf(form) ?? usualLengthInMinutes,
): Partial<BookingForm> => {
  const from = parseMinuteOfDay(start);
  return from === null ? { start } : { start, end: endAfter(from, lengthInMinutes) };
};

/** Takes a held time over as its allotment has it: its length and its place. */
export const withHeldStart = ({
  minute,
  lengthInMinutes,
  place,
}: HeldStart): Partial<AppointmentForm> => ({
  start: clockText(minute),
  end: endAfter(minute, lengthInMinutes),
  place,
  room: "",
  channel: "visit",
});

/** Sets the length by moving the end. */
export const withLength = (form: BookingForm, minutes: number): Partial<BookingForm> => {
  const from = parseMinuteOfDay(form.start);
  return from === null ? {} : { end: endAfter(from, minutes) };
};

const endAfter = (start: MinuteOfDay, minutes: number): string =>
  clockText(Math.min(start + minutes, lastMinute));

/** The time the form says, or `null` while it says none. */
export const spanOf = ({
  date,
  start,
  end,
}: Pick<BookingForm, "date" | "start" | "end">): Pick<Slot, "start" | "end"> | null => {
  const from = parseMinuteOfDay(start);
  const length = lengthOf({ start, end });
  if (!isLocalDate(date) || from === null || length === null) return null;
  const begin = fromLocal(date, from);
  return { start: begin, end: addMs(begin, length * minuteMs) };
};

/** The time the form says with its place and whose it is, or `null` while it says no time. */
export const slotOfForm = (form: AppointmentForm): Slot | null => {
  const span = spanOf(form);
  if (span === null) return null;
  const { place, room } = form;
  return { ...span, place, adviser: adviserOf(form), ...(room === "" ? {} : { room }) };
};

/** Further ahead a form offers no day by itself: whoever is away so long has nothing to offer. */
const offeredDaysAhead = 60;

/** Whether anything is left of a day's hours when the adviser's absences and other calendars are taken out. */
const isWorked = (date: LocalDate, work: WorkCalendar): boolean =>
  work.stretchesOn(date).some((stretch) => gapsIn(stretch, work.away).length > 0);

/** The coming working days that a form offers, today first, and the chosen one if it is none of them. */
export const offeredDays = (
  today: LocalDate,
  chosen: string,
  work: WorkCalendar,
  count = 5,
): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let ahead = 0; days.length < count && ahead <= offeredDaysAhead; ahead += 1) {
    const date = addDays(today, ahead);
    if (ahead === 0 || isWorked(date, work)) days.push(date);
  }
  if (isLocalDate(chosen) && !days.includes(chosen)) days.push(chosen);
  return days.sort();
};

/** The days that a form takes: a year back, two ahead. A day beyond them is a slip. */
export const dayRange = (today: LocalDate): { readonly first: string; readonly last: string } => ({
  first: inYears(today, -1),
  last: inYears(today, 2),
});

const inYears = (date: LocalDate, years: number): string =>
  `${Number(date.slice(0, 4)) + years}${date.slice(4)}`.replace("-02-29", "-02-28");

/**
 * The times a form shows: every half hour, the first free quarter after something that is taken or held, and those of
 * `also`, such as the chosen one, whatever they are. All quarters would fill the screen; any other time may be typed.
 */
export const shownTimes = (
  date: LocalDate,
  lengthInMinutes: number,
  taken: readonly AppointmentRecord[],
  isHeld: (span: Span) => boolean,
  now: Instant,
  also: readonly MinuteOfDay[],
  work: WorkCalendar,
): Pick<OfferedTime, "minute" | "span">[] => {
  const slots = taken.map(({ values }) => values.slot);
  const offered = offeredTimes(date, lengthInMinutes, slots, now, work).map((time) => ({
    ...time,
    isTaken: time.isTaken || isHeld(time.span),
  }));
  const shown: Pick<OfferedTime, "minute" | "span">[] = offered.filter(
    ({ minute, isTaken }, index) =>
      minute % 30 === 0 || (!isTaken && offered[index - 1]?.isTaken === true),
  );
  for (const wanted of also) {
    if (shown.some(({ minute }) => minute === wanted)) continue;
    const start = fromLocal(date, wanted);
    const end = addMs(start, lengthInMinutes * minuteMs);
    shown.push({ minute: wanted, span: { start, end } });
  }
  return shown.sort((one, other) => one.minute - other.minute);
};

/** The appointments of a day that take its adviser's time. */
export const onDay = (
  sorted: readonly AppointmentRecord[],
  date: LocalDate,
): readonly AppointmentRecord[] => {
  const from = fromLocal(date, 0);
  const to = fromLocal(addDays(date, 1), 0);
  return sorted.filter(({ values }) => values.slot.start < to && values.slot.end > from);
};

/** What a time would run into. */
export const overlapping = (
  taken: readonly AppointmentRecord[],
  span: Pick<Slot, "start" | "end">,
): AppointmentRecord | undefined => taken.find(({ values }) => isOverlapping(values.slot, span));

/** The form's fields for a slot. */
export const slotFields = ({
  start,
  end,
}: Pick<Slot, "start" | "end">): Pick<BookingForm, "date" | "start" | "end"> => {
  const from = toLocal(start);
  return { date: from.date, start: clockText(from.minute), end: clockText(toLocal(end).minute) };
};
