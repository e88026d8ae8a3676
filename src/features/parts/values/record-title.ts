import type { Instant } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { ownMember } from "#domain/json.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { readRecord, type RecordState } from "#domain/record.ts";
import { clientName } from "#features/parts/times/appointment-view.ts";
import type { ValueWords } from "./value-text.ts";

/** What a record is about, for a list of very different ones: a name, for a time that is booked or held that time too, and its page if it has one. */
export type RecordTitle = {
  readonly name: string;
  readonly time: string;
  readonly href: string | null;
};

export const recordTitle = (record: RecordState | null, words: ValueWords): RecordTitle => {
  const { texts, around } = words;
  if (record === null) return { name: texts.conflicts.recordGone, time: "", href: null };
  if (record.kind === appointmentKind.name) {
    const { id, values } = readRecord(appointmentKind, record);
    const { start, end } = values.slot;
    return {
      name: clientName(values, around, texts),
      time: end > start ? timeText(start, end, words) : "",
      href: `/appointments/${id}`,
    };
  }
  if (record.kind === allotmentKind.name) {
    const { slot, label } = readRecord(allotmentKind, record).values;
    const time = slot.end > slot.start ? timeText(slot.start, slot.end, words) : "";
    return { name: label || texts.holding.listTitle, time, href: "/hold" };
  }
  if (record.kind === attendanceKind.name) {
    const { client, appointment } = readRecord(attendanceKind, record).values;
    const href = appointment === null ? null : `/appointments/${appointment}`;
    return { name: clientName({ client }, around, texts), time: "", href };
  }
  if (record.kind === areaKind.name) {
    const { nameFi } = readRecord(areaKind, record).values;
    return { name: nameFi || texts.conflicts.unknownRecord, time: "", href: "/area" };
  }
  if (record.kind === waitingKind.name) {
    const { client } = readRecord(waitingKind, record).values;
    const href = `/waiting/${record.id}`;
    return { name: clientName({ client }, around, texts), time: "", href };
  }
  const name = ownMember(record.fields, "name");
  const isNamed = typeof name === "string" && name !== "";
  return { name: isNamed ? name : texts.conflicts.unknownRecord, time: "", href: null };
};

const timeText = (start: Instant, end: Instant, { formats, texts, now }: ValueWords): string => {
  const day = formats.dayShort(toLocalDate(start), toLocalDate(now));
  return `${day} ${texts.common.at(formats.span(start, end))}`;
};
