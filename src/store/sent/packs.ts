import type { Table } from "dexie";
import type { Instant } from "#domain/instant.ts";
import type { SentEdit, SentRow } from "../database.ts";
import { runsOf } from "../runs.ts";

/** Most edits in one row of `sent`: whoever needs one of them reads all. */
const packMaxEdits = 200;

/**
 * Packs edits that were acknowledged at one time into rows. Only numbers without a gap lie in one row, so rows never
 * overlap, and their order is that of the edits.
 */
export const packSent = (edits: readonly SentEdit[], at: Instant): SentRow[] =>
  runsOf(edits, packMaxEdits).map(({ last, items }) => ({ n: last, edits: items, at }));

/**
 * Writes rows anew with what `change` makes of each edit; one that it makes nothing of (`null`) leaves. Runs inside the
 * caller's transaction and awaits nothing but the database.
 */
export const rewriteSent = async (
  sent: Table<SentRow, number>,
  rows: readonly SentRow[],
  change: (edit: SentEdit) => SentEdit | null,
): Promise<void> => {
  const fresh = rows.flatMap(({ edits, at }) =>
    packSent(
      edits.flatMap((edit) => change(edit) ?? []),
      at,
    ),
  );
  // A row without its last edit gets another number.
  await sent.bulkDelete(rows.map(({ n }) => n));
  await sent.bulkPut(fresh);
};
