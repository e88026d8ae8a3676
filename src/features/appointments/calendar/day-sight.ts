import { type HolidayCode, holidayOn } from "#domain/availability/holidays.ts";
import { gapsIn, unionOf } from "#domain/availability/span-union.ts";
import type { WorkCalendar } from "#domain/availability/work-calendar.ts";
import type { Span as Away } from "#domain/kinds/absence.ts";
import type { DeviceId, MemberId, RecordId } from "#domain/ids.ts";
import { type Instant, type LocalDate, minuteMs } from "#domain/instant.ts";
import { addDays, fromLocal } from "#domain/local-time.ts";
import { type AllotmentRecord, isCertain } from "#domain/times/allotted.ts";
import { isOverlapping, type Span } from "#domain/times/day-plan.ts";
import { offeredDay, offeredStepInMinutes } from "#domain/times/offered-day.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { isOfSubject } from "./list-view.ts";
import type { Subject } from "./subject.ts";

/** Something on a day. What is `free` can be booked there; `held` tells the allotment that a booking would come out of. */
export type DayItem = Span &
  (
    | { readonly kind: "appointment"; readonly appointment: AppointmentRecord }
    | { readonly kind: "allotment"; readonly allotment: AllotmentRecord; readonly isOwn: boolean }
    | { readonly kind: "absence" }
    | { readonly kind: "busy"; readonly label: string }
    | {
        readonly kind: "free";
        readonly place: RecordId | null;
        readonly held: AllotmentRecord | null;
      }
  );

/** A day of a subject: what is on it by the start, and when the subject works. */
export type DaySight = {
  readonly date: LocalDate;
  readonly holiday: HolidayCode | null;
  readonly worked: readonly Span[];
  readonly items: readonly DayItem[];
};

/** What a day is made of. `appointments` are those of the day by their start, `allotments` the open ones. */
export type DaySources = {
  readonly subject: Subject;
  readonly device: DeviceId;
  readonly now: Instant;
  readonly appointments: readonly AppointmentRecord[];
  readonly allotments: readonly AllotmentRecord[];
  readonly absences: readonly { readonly adviser: MemberId | null; readonly span: Away }[];
  readonly busy: readonly {
    readonly adviser: MemberId | null;
    readonly label: string;
    readonly spans: readonly Away[];
  }[];
  readonly workOf: (adviser: MemberId) => WorkCalendar;
};

/** Shorter gaps are not shown as free: nobody is advised in them. */
const leastFreeMs = 30 * minuteMs;

/** Puts a day together from what the device knows. */
export const daySight = (date: LocalDate, sources: DaySources): DaySight => {
  const day = { start: fromLocal(date, 0), end: fromLocal(addDays(date, 1), 0) };
  const appointments = sources.appointments
    .filter(({ values }) => isOverlapping(values.slot, day) && isOfSubject(values, sources.subject))
    .map((appointment): DayItem => {
      const { start, end } = appointment.values.slot;
      return { kind: "appointment", start, end, appointment };
    });
  const { worked, items } = sidesOf(date, day, sources, appointments);
  return {
    date,
    holiday: holidayOn(date),
    worked,
    items: [...appointments, ...items].sort(
      (one, other) => one.start - other.start || orders[one.kind] - orders[other.kind],
    ),
  };
};

/** What lies around comes before what lies in it. */
const orders: Readonly<Record<DayItem["kind"], number>> = {
  absence: 0,
  busy: 1,
  allotment: 2,
  appointment: 3,
  free: 4,
};

type Sides = { readonly worked: readonly Span[]; readonly items: readonly DayItem[] };

const sidesOf = (
  date: LocalDate,
  day: Span,
  sources: DaySources,
  taken: readonly Span[],
): Sides => {
  const { subject, now } = sources;
  const whole = { start: fromLocal(date, offeredDay.first), end: fromLocal(date, offeredDay.last) };
  switch (subject.kind) {
    case "adviser":
      return ofAdviser(date, day, sources, subject.adviser, taken);
    case "place":
      // A place has no hours of its own, and two may meet there at once: any time nobody has is free.
      return {
        worked: holidayOn(date) === null ? [whole] : [],
        items: holidayOn(date) === null ? freeIn(whole, taken, now, subject.place) : [],
      };
    case "team":
      return { worked: [whole], items: [] };
    default:
      return subject satisfies never;
  }
};

const ofAdviser = (
  date: LocalDate,
  day: Span,
  { device, now, allotments, absences, busy, workOf }: DaySources,
  adviser: MemberId,
  taken: readonly Span[],
): Sides => {
  const work = workOf(adviser);
  const worked = work.stretchesOn(date);
  const held = allotments.filter(
    ({ values }) => values.slot.adviser === adviser && isOverlapping(values.slot, day),
  );
  const away = work.away.filter((one) => isOverlapping(one, day));
  const given = [...taken, ...away];
  const around = [...given, ...held.map(({ values }) => values.slot)];
  return {
    worked,
    items: [
      ...absences
        .filter((one) => one.adviser === adviser && isOverlapping(one.span, day))
        .map(({ span }): DayItem => ({ kind: "absence", start: span.start, end: span.end })),
      ...busy
        .filter((one) => one.adviser === adviser)
        .flatMap(({ label, spans }) =>
          spans
            .filter((span) => isOverlapping(span, day))
            .map(({ start, end }): DayItem => ({ kind: "busy", start, end, label })),
        ),
      ...held.map((allotment): DayItem => {
        const { start, end } = allotment.values.slot;
        const isOwn = allotment.values.holder === device;
        return { kind: "allotment", start, end, allotment, isOwn };
      }),
      ...worked.flatMap((stretch) => freeIn(stretch, around, now, stretch.place)),
      ...held
        .filter((one) => isCertain(one, device))
        .flatMap((one) => freeIn(one.values.slot, given, now, one.values.slot.place, one)),
    ],
  };
};

/** What of a stretch is free from now on, begun at a quarter of an hour. */
const freeIn = (
  stretch: Span,
  taken: readonly Span[],
  now: Instant,
  place: RecordId | null,
  held: AllotmentRecord | null = null,
): DayItem[] => {
  const stepMs = offeredStepInMinutes * minuteMs;
  const soonest = Math.ceil(now / stepMs) * stepMs;
  return gapsIn(stretch, unionOf(taken)).flatMap(({ start, end }): DayItem[] => {
    const from = Math.max(start, soonest) as Instant;
    const least = held === null ? leastFreeMs : held.values.lengthInMinutes * minuteMs;
    return end - from < least ? [] : [{ kind: "free", start: from, end, place, held }];
  });
};
