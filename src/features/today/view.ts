import type { MemberId, RecordId } from "#domain/ids.ts";
import { firstFreeTime, type Span } from "#domain/day-plan.ts";
import { addMs, type Instant, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { Area } from "#domain/kinds/area.ts";
import { addDays, fromLocal } from "#domain/local-time.ts";
import type { Texts } from "#i18n/fi/all.ts";
import {
  type AppointmentRecord,
  type AppointmentRecords,
  type Around,
  clientName,
  standingFrom,
} from "../appointment-view.ts";
import type { ConflictRecord } from "../open-conflicts.ts";

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

/** The next stretch of today that is free for long enough, or `null`. */
export const nextGap = (today: readonly AppointmentRecord[], now: Instant): Gap | null => {
  const taken = today.map(({ values }) => values.slot);
  const time = firstFreeTime(now, gapInMinutes, taken, 0);
  if (time === null) return null;
  const start = fromLocal(time.date, time.minute);
  return { span: { start, end: addMs(start, gapInMinutes * minuteMs) } };
};

/** Something that waits for the adviser: a conflict to decide, by the page that shows it. */
export type Waiting = {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly text: string;
};

/** Open conflicts as rows: those of an appointment lead to it, those of a client to the client's latest appointment. */
export const waitingConflicts = (
  conflicts: ReadonlyMap<RecordId, readonly ConflictRecord[]>,
  appointments: AppointmentRecords,
  around: Around,
  texts: Texts,
): Waiting[] => {
  const rows: Waiting[] = [];
  for (const [record, open] of conflicts) {
    const appointment = appointments.get(record) ?? latestOf(record, appointments);
    if (appointment === undefined) continue;
    const fields = new Set(open.map(({ values }) => values.field));
    const words: Readonly<Record<string, string>> = texts.conflicts.fields;
    rows.push({
      id: record,
      href: `/appointments/${appointment.id}`,
      title: texts.today.conflict(clientName(appointment.values, around, texts)),
      text: texts.today.conflictFields(
        [...fields].map((field) => words[field] ?? field).join(", "),
      ),
    });
  }
  return rows;
};

const latestOf = (
  client: RecordId,
  appointments: AppointmentRecords,
): AppointmentRecord | undefined => {
  let latest: AppointmentRecord | undefined;
  for (const record of appointments.values()) {
    if (record.values.client !== client) continue;
    if (latest === undefined || record.values.slot.start > latest.values.slot.start)
      latest = record;
  }
  return latest;
};
