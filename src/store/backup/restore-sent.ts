import type { Instant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { beginAfterImport } from "../sent/doubt.ts";
import { packSent } from "../sent/packs.ts";
import { inBatches } from "../box.ts";
import type { OutboxRow, SentEdit } from "../database.ts";
import type { Hold } from "../hold.ts";
import { sealOp } from "../sealed-rows.ts";
import type { BackupContent } from "./backup-content.ts";

/** An acknowledged edit of a file, sealed for this device. */
export type SealedSent = Pick<BackupContent["sent"][number], "at" | "was"> & {
  readonly row: OutboxRow;
};

/** Seals the acknowledged edits of a file, each as `adapt` makes it. */
export const sealSent = (
  { sealer }: Hold,
  sent: BackupContent["sent"],
  adapt: (op: Op) => Op,
): Promise<SealedSent[]> =>
  inBatches(sent, async ({ save, op, was, at }) => ({
    row: await sealOp(sealer, save, adapt(op)),
    was,
    at,
  }));

/**
 * Keeps acknowledged edits that neither wait, nor were refused, nor are kept here already, behind everything that is here,
 * each with the time of its acknowledgement; from then on the endpoint has to be asked after them. Runs inside the caller's
 * transaction and awaits nothing but the database. Returns what is left to show in memory.
 */
export const storeSent = async (hold: Hold, sealed: readonly SealedSent[]): Promise<() => void> => {
  const { outbox, sent, tray } = hold.database;
  const ids = sealed.map(({ row }) => row.op);
  const waiting = await outbox.where("op").anyOf(ids).toArray();
  const refused = await tray.where("op").anyOf(ids).primaryKeys();
  const kept = (await sent.toArray()).flatMap(({ edits }) => edits);
  const known = new Set([...refused, ...[...waiting, ...kept].map(({ op }) => op)]);
  const wanted = sealed.filter(({ row }) => !known.has(row.op));
  if (wanted.length === 0) return () => undefined;
  // Only the outbox hands out numbers: what is written from now on comes behind these edits.
  const numbers = await outbox.bulkAdd(
    wanted.map(({ row }) => row),
    { allKeys: true },
  );
  await outbox.bulkDelete(numbers);
  const byTime = new Map<Instant, SentEdit[]>();
  for (const [index, { row, was, at }] of wanted.entries()) {
    const { op, record, save, box } = row;
    const edit: SentEdit = { n: numbers[index] ?? 0, op, record, save, box, was };
    const edits = byTime.get(at);
    if (edits === undefined) byTime.set(at, [edit]);
    else edits.push(edit);
  }
  await sent.bulkAdd([...byTime].flatMap(([at, edits]) => packSent(edits, at)));
  const doubt = beginAfterImport(hold, { first: numbers[0] ?? 0, last: numbers.at(-1) ?? 0 });
  await doubt.store();
  return doubt.note;
};
