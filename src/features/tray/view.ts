import { allotmentKind } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Op } from "#domain/op.ts";
import { readRecord, type RecordState } from "#domain/record.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { TrayEntry } from "#store/tray.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { fieldWord } from "#features/parts/values/field-edits.ts";
import { valueText, type ValueWords } from "#features/parts/values/value-text.ts";

type Made = Extract<Op, { verb: "new" }>["value"];

/** A refused edit as people read it: what it was, and each line of what it said. */
export type TrayView = { readonly title: string; readonly lines: readonly string[] };

/** `kind` is that of the record, where it is known. */
export const trayView = (op: Op, words: ValueWords, kind?: string): TrayView => {
  const { texts } = words;
  switch (op.verb) {
    case "new":
      return { title: newTitle(op.value.kind, texts), lines: linesOf(op.value, words) };
    case "set":
    case "text":
    case "add":
      return {
        title: texts.tray.titles.change(fieldWord(op.field, texts, kind)),
        lines: [valueText(op.field, op.value, words)],
      };
    case "del":
      return { title: texts.tray.titles.removal, lines: [] };
    case "inc":
      return {
        title: texts.tray.titles.change(fieldWord(op.field, texts, kind)),
        lines: [op.value > 0 ? `+${op.value}` : `${op.value}`],
      };
    case "rem":
      return {
        title: texts.tray.titles.change(fieldWord(op.field, texts, kind)),
        lines: [],
      };
    case "share":
      return { title: texts.tray.titles.share, lines: [] };
    case "unshare":
      return { title: texts.tray.titles.unshare, lines: [] };
    default:
      return op satisfies never;
  }
};

/** The record that a refused edit would have made, where it has a name to be known by. */
export const madeBy = (op: Op): RecordState | null => {
  const isNamed =
    op.verb === "new" &&
    [allotmentKind.name, appointmentKind.name, attendanceKind.name, clientKind.name].some(
      (kind) => kind === op.value.kind,
    );
  return isNamed ? { id: op.record, ver: 0, deleted: false, shares: [], ...op.value } : null;
};

/**
 * What records point to, with the clients of refused edits, made or changed by them: a booking and its client are refused
 * together, and the client may be gone by now.
 */
export const withTrayClients = (around: Around, entries: readonly TrayEntry[]): Around => {
  const clients = new Map(around.clients);
  for (const { op, about } of entries) {
    const known = madeBy(op) ?? about;
    if (known?.kind !== clientKind.name || clients.has(known.id)) continue;
    clients.set(known.id, readRecord(clientKind, known));
  }
  return { ...around, clients };
};

const newTitle = (kind: string, { tray }: Texts): string => {
  if (kind === appointmentKind.name) return tray.titles.newAppointment;
  if (kind === allotmentKind.name) return tray.titles.newAllotment;
  if (kind === attendanceKind.name) return tray.titles.newAttendance;
  return kind === clientKind.name ? tray.titles.newClient : tray.titles.newOther;
};

/** What is said of records whose title says the rest: which device holds times, and to which meeting somebody was added. */
const shortLines: Readonly<Partial<Record<string, readonly string[]>>> = {
  [allotmentKind.name]: ["slot", "lengthInMinutes", "label"],
  [attendanceKind.name]: ["client"],
};

const linesOf = ({ kind, fields }: Made, words: ValueWords): string[] => {
  const names = shortLines[kind] ?? Object.keys(fields);
  return names.flatMap((field) => {
    const value = fields[field] ?? null;
    if (value === "" || value === null) return [];
    return `${capital(fieldWord(field, words.texts, kind))}: ${valueText(field, value, words)}`;
  });
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
