import type { MemberId } from "#domain/ids.ts";
import type { WorkCalendar } from "#domain/availability/work-calendar.ts";
import { firstFreeTime, type Span } from "#domain/times/day-plan.ts";
import { addMs, type Instant, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { Area } from "#domain/kinds/area.ts";
import { addDays, fromLocal } from "#domain/local-time.ts";
import {
  type AppointmentRecord,
  type Around,
  standingFrom,
} from "#features/parts/times/appointment-view.ts";

/** The adviser's own day and what comes after it. */
export type Agenda = {
  readonly today: readonly AppointmentRecord[];
  readonly later: readonly AppointmentRecord[];
};

export const agendaOf = (
  sorted: readonly AppointmentRecord[],
  date: LocalDate,
  member: MemberId,
): Agenda => {
  const tomorrow = fromLocal(addDays(date, 1), 0);
  const standing = standingFrom(sorted, fromLocal(date, 0), member);
  const split = standing.findIndex(({ values }) => values.slot.start >= tomorrow);
  const count = split < 0 ? standing.length : split;
  return { today: standing.slice(0, count), later: standing.slice(count) };
};

/** Where the adviser is today, as far as the day's times tell: the municipality of the next one's place, or the place. */
export const whereabouts = (
  today: readonly AppointmentRecord[],
  now: Instant,
  { places }: Pick<Around, "places">,
  areas: Iterable<{ readonly values: Area }>,
): string => {
  const placed = today.filter(({ values }) => values.slot.place !== null);
  const next = placed.find(({ values }) => values.slot.end > now) ?? placed.at(-1);
  const place = next?.values.slot.place;
  if (place === null || place === undefined) return "";
  const { municipality, name } = places.get(place)?.values ?? { municipality: "", name: "" };
  for (const { values } of areas) {
    const found = values.municipalities.find(({ code }) => code === municipality);
    if (found !== undefined) return found.name;
  }
  return name;
};

/** The shortest gap worth offering. */
const gapInMinutes = 45;

/** A free stretch of today. */
export type Gap = { readonly span: Span };

/** The next stretch of today that is free for long enough, worked and not held against a booking, or `null`. */
export const nextGap = (
  today: readonly AppointmentRecord[],
  now: Instant,
  isHeld: (span: Span) => boolean,
  work: WorkCalendar,
): Gap | null => {
  const taken = today.map(({ values }) => values.slot);
  const time = firstFreeTime(now, gapInMinutes, taken, { daysAhead: 0, isHeld, work });
  if (time === null) return null;
  const start = fromLocal(time.date, time.minute);
  return { span: { start, end: addMs(start, gapInMinutes * minuteMs) } };
};
