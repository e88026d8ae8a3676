import type { Table } from "dexie";
import type { OpId, RecordId } from "#domain/ids.ts";
import type { Fate } from "./inbox.ts";
import type { Hold } from "../hold.ts";
import { rewriteSent } from "../sent/packs.ts";

/** The tables that a wipe writes to beside those of the records themselves; none when there is nothing to wipe. */
export const tablesToWipe = (
  { database: { outbox, sent, tray, drafts } }: Hold,
  records: readonly RecordId[],
): readonly Table[] => (records.length === 0 ? [] : [outbox, sent, tray, drafts]);

/**
 * Deletes everything that this device itself has about records: unsent and acknowledged edits, what is in the tray, drafts.
 * Runs inside the caller's transaction and awaits nothing but the database.
 */
export const storeWipe = async (hold: Hold, records: readonly RecordId[]): Promise<void> => {
  if (records.length === 0) return;
  const { outbox, sent, tray, drafts } = hold.database;
  const isWiped = ({ record }: { readonly record: RecordId }) => records.includes(record);
  await outbox.filter(isWiped).delete();
  const packs = await sent.filter(({ edits }) => edits.some(isWiped)).toArray();
  await rewriteSent(sent, packs, (edit) => (isWiped(edit) ? null : edit));
  await tray.filter(isWiped).delete();
  await drafts.bulkDelete(hold.drafts.about(records));
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
 * has. Of others only the edit goes.
 */
export const wipedBy = ({ ledger }: Hold, fates: ReadonlyMap<OpId, Fate>): RecordId[] => {
  const records = ledger
    .outbox()
    .filter(({ op }) => {
      const fate = fates.get(op.id);
      const isErased = typeof fate === "object" && fate.refused === "edit.erased";
      return isErased && (op.verb === "new" || ledger.state(op.record) === null);
    })
    .map(({ op }) => op.record);
  return [...new Set(records)];
};
