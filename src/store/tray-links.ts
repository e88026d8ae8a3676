import type { RecordId } from "#domain/ids.ts";
import { textsInside } from "#domain/json.ts";
import type { Op } from "#domain/op.ts";
import type { TrayEntry } from "./tray.ts";

/** Whether an edit means nothing without the record: it changes it, or refers to it. */
export const leansOn = (op: Op, record: RecordId): boolean => {
  if (op.record === record) return op.verb !== "new";
  const said = op.verb === "new" ? op.value.fields : "value" in op ? op.value : null;
  return [...textsInside(said)].includes(record);
};

/** The refused edits that would make what `op` leans on, as far as that is not here (`isHere`) otherwise. */
export const makersOf = (
  op: Op,
  entries: readonly TrayEntry[],
  isHere: (record: RecordId) => boolean,
): TrayEntry[] =>
  entries.filter(
    ({ op: other }) => other.verb === "new" && leansOn(op, other.record) && !isHere(other.record),
  );

/**
 * What has to be sent with an entry, each after everything that it leans on: the order in which they can be made. Where the
 * entry's record gets a fresh id, because its own is taken, all that leans on it comes along: it would not find it again.
 */
export const withMakers = (
  entry: TrayEntry,
  entries: readonly TrayEntry[],
  isHere: (record: RecordId) => boolean,
): TrayEntry[] => {
  const ordered = new Set<TrayEntry>();
  const visited = new Set<TrayEntry>();
  const visit = (one: TrayEntry) => {
    if (visited.has(one)) return;
    visited.add(one);
    for (const maker of makersOf(one.op, entries, isHere)) visit(maker);
    ordered.add(one);
  };
  visit(entry);
  // Goes on over those that are added meanwhile.
  for (const { op, reason } of ordered) {
    if (op.verb !== "new" || reason !== "edit.record_exists" || isHere(op.record)) continue;
    for (const other of entries) if (leansOn(other.op, op.record)) visit(other);
  }
  return [...ordered];
};
