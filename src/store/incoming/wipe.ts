import type { Table } from "dexie";
import type { OpId, RecordId } from "#domain/ids.ts";
import { ok, type Result } from "#domain/result.ts";
import type { Fate } from "./inbox.ts";
import { refusedAbout } from "../erased.ts";
import { guarded, type StorageFailure } from "../guard.ts";
import type { Hold } from "../hold.ts";
import { rewriteSent } from "../sent/packs.ts";
import { openTray } from "../tray.ts";

/** Records of which nothing may stay, and the refused edits that are about one of them without being edits of it. */
export type Wipe = { readonly records: readonly RecordId[]; readonly refused: readonly OpId[] };

export type PreparedWipe = Result<Wipe, StorageFailure>;

/** Finds what a wipe takes that only shows in boxes. Fails as every reading of the disk does. */
export const prepareWipe = async (
  { database, sealer }: Hold,
  records: readonly RecordId[],
): Promise<PreparedWipe> => {
  if (records.length === 0) return ok({ records, refused: [] });
  const rows = await guarded(database, () => database.tray.toArray());
  if (!rows.ok) return rows;
  const entries = await openTray(sealer, rows.value);
  return ok({ records, refused: refusedAbout(entries, new Set(records)) });
};

/** The tables that a wipe writes to beside those of the records themselves; none when there is nothing to wipe. */
export const tablesToWipe = (
  { database: { outbox, sent, tray, drafts } }: Hold,
  records: readonly RecordId[],
): readonly Table[] => (records.length === 0 ? [] : [outbox, sent, tray, drafts]);

/**
 * Deletes everything that this device itself has about records: unsent and acknowledged edits, what is in the tray, drafts.
 * Remembers that they were erased, so that no file and no form brings something of them back. Runs inside the caller's transaction and awaits nothing but the database.
 */
export const storeWipe = async (hold: Hold, { records, refused }: Wipe): Promise<void> => {
  if (records.length === 0) return;
  const { outbox, sent, tray, drafts, meta } = hold.database;
  const isWiped = ({ record }: { readonly record: RecordId }) => records.includes(record);
  await outbox.filter(isWiped).delete();
  const packs = await sent.filter(({ edits }) => edits.some(isWiped)).toArray();
  await rewriteSent(sent, packs, (edit) => (isWiped(edit) ? null : edit));
  await tray.filter(isWiped).delete();
  await tray.bulkDelete([...refused]);
  await drafts.bulkDelete(hold.drafts.about(records));
  const before = await meta.get("erased");
  const known = before?.key === "erased" ? before.value : [];
  await meta.put({ key: "erased", value: [...new Set([...known, ...records])] });
};

/** Takes the same out of memory. */
export const noteWipe = (hold: Hold, records: readonly RecordId[]): void => {
  if (records.length === 0) return;
  const { ledger, drafts } = hold;
  const ops = records.flatMap((record) => ledger.pendingOf(record).map(({ id }) => id));
  ledger.removePending(new Set(ops));
  drafts.wipe(records);
};

/**
 * The records that go because an edit of theirs was refused as one about an erased record: those that nobody but this device
 * has. Of others only the edit goes, also of those that stand from this answer on.
 */
export const wipedBy = ({ ledger }: Hold, fates: ReadonlyMap<OpId, Fate>): RecordId[] => {
  const edits = ledger.outbox().map(({ op }) => op);
  const standing = new Set(
    edits.filter(({ id }) => fates.get(id) === "stands").map(({ record }) => record),
  );
  const records = edits
    .filter(({ id, record, verb }) => {
      const fate = fates.get(id);
      const isErased = typeof fate === "object" && fate.refused === "edit.erased";
      return (
        isErased && (verb === "new" || (ledger.state(record) === null && !standing.has(record)))
      );
    })
    .map(({ record }) => record);
  return [...new Set(records)];
};
