import type { Json } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Op } from "#domain/op.ts";
import { readRecord, type RecordState } from "#domain/record.ts";
import type { Texts } from "#i18n/fi/all.ts";
import { wordOf } from "#i18n/words.ts";
import type { TrayEntry } from "#store/tray.ts";
import type { Around } from "../appointment-view.ts";
import { fieldWord } from "../field-edits.ts";
import { valueText, type ValueWords } from "../value-text.ts";

/** A refused edit as people read it: what it was, and each line of what it said. */
export type TrayView = { readonly title: string; readonly lines: readonly string[] };

export const trayView = (op: Op, words: ValueWords): TrayView => {
  const { texts } = words;
  switch (op.verb) {
    case "new":
      return { title: newTitle(op.value.kind, texts), lines: linesOf(op.value.fields, words) };
    case "set":
    case "text":
    case "add":
      return {
        title: texts.tray.titles.change(fieldWord(op.field, texts)),
        lines: [valueText(op.field, op.value, words)],
      };
    case "del":
      return { title: texts.tray.titles.removal, lines: [] };
    case "inc":
      return {
        title: texts.tray.titles.change(fieldWord(op.field, texts)),
        lines: [op.value > 0 ? `+${op.value}` : `${op.value}`],
      };
    case "rem":
      return {
        title: texts.tray.titles.change(fieldWord(op.field, texts)),
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
    [appointmentKind.name, clientKind.name].some((kind) => kind === op.value.kind);
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
  return kind === clientKind.name ? tray.titles.newClient : tray.titles.newOther;
};

const linesOf = (fields: { readonly [field: string]: Json }, words: ValueWords): string[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== "" && value !== null)
    .map(
      ([field, value]) =>
        `${wordOf(words.texts.conflicts.fields, field)}: ${valueText(field, value, words)}`,
    );
