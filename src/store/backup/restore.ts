import { addMs, type Instant } from "#domain/instant.ts";
import { isSameJson } from "#domain/json.ts";
import type { Op } from "#domain/op.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { showAwaited } from "../sent/awaited-records.ts";
import { type BackupContent, readBackupContent } from "./backup-content.ts";
import { type BackupFailure, openBackupFile } from "./backup-file.ts";
import { carriedIn } from "./backup.ts";
import { type SealedSent, sealSent, storeSent } from "./restore-sent.ts";
import { type BackupNote, draftMark, sealBackupNote, withCarried } from "./backup-note.ts";
import { inBatches } from "../box.ts";
import type { DraftRow, MetaRow, OutboxRow, TrayRow } from "../database.ts";
import { draftLabel } from "../drafts.ts";
import { refusedAbout } from "../erased.ts";
import type { StorageFailure } from "../guard.ts";
import { commitSteps, type Hold } from "../hold.ts";
import type { Pending } from "../unsent.ts";
import { sealAbout, sealOp } from "../sealed-rows.ts";

/**
 * What a backup brought to this device: saves, refused edits, the names of drafts. What was here already does not count.
 * `left` are the names of drafts that stayed in the file, because something else is being written under them here; once
 * that is done, the file brings them.
 */
export type Restored = {
  readonly madeAt: Instant;
  readonly saves: number;
  readonly refused: number;
  readonly drafts: readonly string[];
  readonly left: readonly string[];
};

/**
 * Brings a backup of the same member in: everything that a person wrote in one commit, all of it or nothing. Whatever is
 * on this device already stays as it is. Unsent edits keep their ids, so one that the other device has sent too is applied
 * once. After those that were acknowledged the endpoint is asked: what it lost is sent again. Records bridge the time until the endpoint has brought their scope.
 * Fails as {@link openBackupFile} does, with `backup.other_member`, and as every commit does.
 */
export const restoreBackup = async (
  hold: Hold,
  file: Uint8Array,
  passphrase: string,
): Promise<Result<Restored, BackupFailure | StorageFailure>> => {
  const opened = await openBackupFile(file, passphrase, hold.platform);
  if (!opened.ok) return opened;
  const read = readBackupContent(opened.value);
  if (!read.ok) return read;
  const content = read.value;
  if (content.member !== hold.member) {
    return fail({ code: "backup.other_member" });
  }
  // A commit of its own, and first: what people wrote is forced to the disk, and records only bridge a time.
  const shown = await showAwaited(hold, content);
  if (!shown.ok) return shown;
  const { database } = hold;
  const { outbox, sent, tray, drafts, meta } = database;
  const brought: Brought = { saves: new Set(), refused: new Set(), drafts: new Set() };
  let pending: readonly Pending[] = [];
  let left: readonly string[] = [];
  let noteSent = () => {};
  const stored = await commitSteps(hold, [outbox, sent, tray, drafts], {
    prepare: () => prepare(hold, content),
    async store(prepared) {
      // First, for their numbers: unsent edits may have been made on top of them.
      noteSent = await storeSent(hold, prepared.sent);
      pending = await storeEdits(hold, prepared, brought);
      await storeTray(hold, prepared, brought);
      await storeDrafts(hold, prepared, brought);
      await meta.put(prepared.noteRow);
    },
    note(prepared) {
      left = prepared.left;
      for (const edit of pending) hold.ledger.addPending(edit);
      noteSent();
      for (const { id, content: written } of content.drafts) {
        if (brought.drafts.has(id)) hold.drafts.change(id, written)(written);
      }
      hold.backup = prepared.note;
      hold.ledger.touchBackup();
    },
  });
  if (!stored.ok) return stored;
  return ok({
    madeAt: content.madeAt,
    saves: brought.saves.size,
    refused: brought.refused.size,
    drafts: [...brought.drafts],
    left,
  });
};

/** Counted as it is stored; a commit that has to run again finds rows of its own and counts them still. */
type Brought = {
  readonly saves: Set<string>;
  readonly refused: Set<string>;
  readonly drafts: Set<string>;
};

type Prepared = {
  readonly edits: readonly { readonly row: OutboxRow; readonly op: Op }[];
  readonly sent: readonly SealedSent[];
  readonly tray: readonly TrayRow[];
  readonly drafts: readonly DraftRow[];
  readonly left: readonly string[];
  readonly note: BackupNote;
  readonly noteRow: MetaRow;
};

const prepare = async (hold: Hold, content: BackupContent): Promise<Prepared> => {
  const { sealer, ledger, backup, platform } = hold;
  const here = new Set(ledger.outbox().map(({ op }) => op.id));
  const edits = content.edits
    .filter(({ op }) => !here.has(op.id))
    .map(({ save, op }) => ({ save, op: byClockHere(hold, content, op) }));
  const erased = new Set(refusedAbout(content.tray, hold.drafts.wiped()));
  // A refused edit or a draft that had its day here does not come back, nor does one about an erased record; an unsent edit
  // is for the endpoint to judge.
  const refused = content.tray.filter(
    ({ op: { id } }) => !here.has(id) && !backup.carried.has(id) && !erased.has(id),
  );
  const marks = await inBatches(content.drafts, (draft) => draftMark(draft, platform.subtle));
  const wanted = content.drafts.filter(
    (draft, index) =>
      !backup.carried.has(marks[index] ?? "") && !hold.drafts.isWiped(draft.id, draft.content),
  );
  const left = wanted.filter((draft) => isOtherHere(hold, draft));
  const drafts = wanted.filter((draft) => !left.includes(draft));
  const kept = { ...content, drafts: content.drafts.filter((draft) => !left.includes(draft)) };
  const note = withCarried(backup, await carriedIn(kept, platform.subtle));
  return {
    edits: await inBatches(edits, async ({ save, op }) => ({
      row: await sealOp(sealer, save, op),
      op,
    })),
    sent: await sealSent(hold, content.sent, (op) => byClockHere(hold, content, op)),
    tray: await inBatches(refused, async ({ op, reason, about }) => {
      const { record, box } = await sealOp(sealer, op.id, op);
      const row = { op: op.id, record, reason, box };
      return about === null ? row : { ...row, about: await sealAbout(sealer, op.id, about) };
    }),
    drafts: await inBatches(drafts, async ({ id, content: written }) => ({
      id,
      box: await sealer.seal(draftLabel(id), written),
    })),
    left: left.map(({ id }) => id),
    note,
    noteRow: await sealBackupNote(sealer, note),
  };
};

/** Whether something else is being written here under the draft's name. */
const isOtherHere = (
  { drafts }: Hold,
  { id, content }: BackupContent["drafts"][number],
): boolean => {
  const here = drafts.read(id);
  return here !== null && !isSameJson(here, content);
};

/** The edit with its time as this device's clock would have told it: the endpoint corrects times by the sender's clock. */
const byClockHere = (hold: Hold, { clockAheadMs }: BackupContent, op: Op): Op => {
  const shiftMs = (hold.exchange?.clockAheadMs ?? 0) - (clockAheadMs ?? 0);
  return { ...op, at: addMs(op.at, shiftMs) };
};

/**
 * Stores the edits that neither wait nor were refused or acknowledged here: what the endpoint loses of those it is given
 * again anyway. One whose box had been damaged is whole again.
 */
const storeEdits = async (
  { database: { outbox, sent, tray } }: Hold,
  { edits }: Prepared,
  brought: Brought,
): Promise<Pending[]> => {
  const ids = edits.map(({ row }) => row.op);
  const refused = await tray.where("op").anyOf(ids).primaryKeys();
  const acknowledged = (await sent.toArray()).flatMap(({ edits: kept }) => kept);
  const settled = new Set([...refused, ...acknowledged.map(({ op }) => op)]);
  const there = await outbox.where("op").anyOf(ids).toArray();
  const numbers = new Map(there.map(({ op, n }) => [op, n]));
  const wanted = edits.filter(({ row }) => !settled.has(row.op));
  const rows = wanted.map(({ row }) => {
    const n = numbers.get(row.op);
    return n === undefined ? row : { ...row, n };
  });
  const keys = await outbox.bulkPut(rows, { allKeys: true });
  return wanted.map(({ row, op }, index) => {
    brought.saves.add(row.save);
    return { n: keys[index] ?? 0, save: row.save, op, box: row.box };
  });
};

const storeTray = async (
  { database: { tray } }: Hold,
  prepared: Prepared,
  brought: Brought,
): Promise<void> => {
  const there = await tray.bulkGet(prepared.tray.map(({ op }) => op));
  const rows = prepared.tray.filter((_, index) => there[index] === undefined);
  for (const { op } of rows) brought.refused.add(op);
  await tray.bulkPut(rows);
};

/** What is being written here under the same name is the newer one. */
const storeDrafts = async (
  { database: { drafts } }: Hold,
  prepared: Prepared,
  brought: Brought,
): Promise<void> => {
  const there = await drafts.bulkGet(prepared.drafts.map(({ id }) => id));
  const rows = prepared.drafts.filter((_, index) => there[index] === undefined);
  for (const { id } of rows) brought.drafts.add(id);
  await drafts.bulkPut(rows);
};
