import { recordAbout, recordsOfOp } from "#domain/erasure.ts";
import type { OpId } from "#domain/ids.ts";
import type { TrayEntry } from "./tray.ts";

/**
 * The refused edits that are about one of these records: those of it, those that link to it, and those of a record that was
 * about it when they were made. The endpoint may never have had that one, and then tells nobody to wipe it.
 */
export const refusedAbout = (
  entries: readonly TrayEntry[],
  records: ReadonlySet<string>,
): OpId[] => {
  const isSaid = ({ op, about }: TrayEntry) =>
    recordsOfOp(op, about?.kind ?? null).some((id) => records.has(id)) ||
    (about !== null && records.has(recordAbout(about.kind, about.fields) ?? ""));
  const made = new Set(
    entries.filter((one) => one.op.verb === "new" && isSaid(one)).map(({ op }) => op.record),
  );
  return entries
    .filter((one) => isSaid(one) || (one.about === null && made.has(one.op.record)))
    .map(({ op }) => op.id);
};
