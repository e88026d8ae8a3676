import { earliestOfEach } from "#domain/era.ts";
import type { OpId, RecordId } from "#domain/ids.ts";
import { dayMs, type Instant, toInstant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { ok, type Result } from "#domain/result.ts";
import { inBatches, openUnlessDamaged, type Sealer } from "../box.ts";
import type { Again, Doubt, KatveDatabase, OutboxRow, SentEdit, SentRow } from "../database.ts";
import { guarded, type StorageFailure } from "../guard.ts";
import { type Hold, onDisk } from "../hold.ts";
import type { Pending } from "../unsent.ts";
import { openOp } from "../sealed-rows.ts";
import { rewriteSent } from "./packs.ts";

/**
 * How long an acknowledged edit is kept: an endpoint that is restored from a backup of the last 30 days gets everything
 * back that was acknowledged since (sync.md §4.4 rule 9).
 */
const sentKeptMs = 30 * dayMs;

/** Most edits asked after at once: for each that it knows, the endpoint sends the present state of its record. */
const askedAtOnce = 200;

/** Whether there are acknowledged edits that the endpoint has still to be asked after. */
export const isAsking = (doubt: Doubt | null): boolean =>
  doubt !== null && doubt.after < doubt.upTo;

/** An acknowledged edit as it is kept, with the version that the answer told of its record, if it told one. */
export const toSent = (
  { n, op: { id: op, record }, save, box, again }: Pending,
  ver: number | undefined,
): SentEdit => {
  const vers = [...(again?.was ?? []), ...(ver === undefined ? [] : [ver])];
  return { n, op, record, save, box, was: earliestOfEach(vers) };
};

/** Opens acknowledged edits as they lie on the disk, in their order; one that does not open is left out. */
export const openSent = async (sealer: Sealer, rows: readonly SentRow[]) => {
  const edits = rows.flatMap((row) => row.edits.map((edit) => ({ at: row.at, edit })));
  const opened = await inBatches(edits, async ({ at, edit }) => {
    const op = await openUnlessDamaged(() => openOp(sealer, edit));
    return op === null ? [] : [{ save: edit.save, op, was: edit.was, at }];
  });
  return opened.flat();
};

/** The edit as it is sent again after a loss. */
export const toAgain = (op: Op, again: Again | undefined): Op =>
  again === undefined || again.was.length === 0 ? op : { ...op, was: again.was };

/** The next acknowledged edits to ask after, in the order they were made. */
export const nextInDoubt = (hold: Hold): Promise<Result<OpId[], StorageFailure>> => {
  const { database, doubt } = hold;
  if (doubt === null || !isAsking(doubt)) return Promise.resolve(ok([]));
  const isInDoubt = ({ n }: SentEdit) => n > doubt.after && n <= doubt.upTo;
  return onDisk(hold, async () => {
    const edits: SentEdit[] = [];
    await database.sent
      .where("n")
      .above(doubt.after)
      .until(() => edits.length >= askedAtOnce)
      .each((row) => edits.push(...row.edits.filter(isInDoubt)));
    return edits.slice(0, askedAtOnce).map(({ op }) => op);
  });
};

/**
 * What an answer says of the edits it was asked after: those it does not know, those it knows with the versions that their
 * records have now, in which rows they all lie, and how far the asking has come.
 */
export type Lost = {
  readonly packs: readonly number[];
  readonly known: ReadonlyMap<OpId, SentEdit>;
  readonly rows: readonly OutboxRow[];
  readonly pending: readonly Pending[];
  readonly doubt: Doubt;
};

/** What became of the edits that were asked after, the versions of the records that came along, and when that was. */
type AnswerToAsked = {
  readonly fates: ReadonlyMap<OpId, unknown>;
  readonly vers: ReadonlyMap<RecordId, number>;
  readonly since: Instant;
};

/**
 * Opens the edits that were asked after and are not known, to go back to the outbox in their old place. One whose box does
 * not open stays where it is, and so does one that was acknowledged too long ago. `null` when nothing was asked.
 */
export const openLost = async (
  hold: Hold,
  asked: readonly OpId[],
  { fates, vers, since }: AnswerToAsked,
): Promise<Result<Lost | null, StorageFailure>> => {
  const { database, sealer, doubt } = hold;
  if (doubt === null || !isAsking(doubt)) return ok(null);
  const isAsked = new Set(asked);
  const read = await guarded(database, () =>
    database.sent
      .where("n")
      .above(doubt.after)
      .until(({ edits }) => edits.some(({ op }) => op === asked.at(-1)), true)
      .toArray(),
  );
  if (!read.ok) return read;
  const packs = read.value.filter(({ edits }) => edits.some(({ op }) => isAsked.has(op)));
  const found = packs.flatMap(({ at, edits }) =>
    edits.flatMap((edit) => (isAsked.has(edit.op) ? [{ at, edit }] : [])),
  );
  // Of older ones the endpoint may have forgotten that it knew them: sent again they would be applied twice.
  const unknown = found
    .filter(({ at, edit }) => !stands(fates.get(edit.op)) && since - at <= sentKeptMs)
    .map(({ edit }) => edit);
  const known = found.flatMap(({ edit }): [OpId, SentEdit][] => {
    const ver = stands(fates.get(edit.op)) ? vers.get(edit.record) : undefined;
    if (ver === undefined) return [];
    return [[edit.op, { ...edit, was: earliestOfEach([...edit.was, ver]) }]];
  });
  const opened = await inBatches(unknown, async ({ n, op: id, record, save, box, was }) => {
    const again: Again = { was, since };
    const op = await openUnlessDamaged(() => openOp(sealer, { op: id, record, box }));
    const row: OutboxRow = { n, op: id, record, save, box, again };
    return op === null ? [] : [{ row, pending: { n, save, op: toAgain(op, again), box, again } }];
  });
  const isLast = asked.length < askedAtOnce;
  const after = isLast ? doubt.upTo : (found.at(-1)?.edit.n ?? doubt.upTo);
  return ok({
    packs: packs.map(({ n }) => n),
    known: new Map(known),
    rows: opened.flat().map(({ row }) => row),
    pending: opened.flat().map(({ pending }) => pending),
    doubt: { ...doubt, after },
  });
};

/**
 * Whether an edit that was asked after is kept at the endpoint. One that stood before the loss may have come back meanwhile, from
 * this same device, whose disk then fell back, and have been refused: sent once more it gets that answer, and lies in the tray.
 */
const stands = (fate: unknown): boolean => fate !== undefined && typeof fate !== "object";

/** Moves lost edits back. Runs inside the caller's transaction and awaits nothing but the database. */
export const storeLost = async (
  database: KatveDatabase,
  { packs, known, rows, doubt }: Lost,
): Promise<void> => {
  const { sent, outbox } = database;
  const lost = new Set(rows.map(({ op }) => op));
  const kept = (await sent.bulkGet([...packs])).filter((row) => row !== undefined);
  await rewriteSent(sent, kept, (edit) =>
    lost.has(edit.op) ? null : (known.get(edit.op) ?? edit),
  );
  await outbox.bulkPut([...rows]);
  await database.meta.put({ key: "doubt", value: doubt });
};

/** Shows in the ledger what was moved back. */
export const noteLost = (hold: Hold, { pending, doubt }: Lost): void => {
  // A commit whose answer was lost runs again: then the ledger has them from the disk.
  const shown = new Set(hold.ledger.outbox().map(({ op }) => op.id));
  for (const one of pending) if (!shown.has(one.op.id)) hold.ledger.addPending(one);
  hold.doubt = doubt;
};

/** Forgets acknowledged edits after their time, by the endpoint's clock as it was last heard. */
export const forgetSent = (hold: Hold): Promise<Result<unknown, StorageFailure>> => {
  const { database, heardAt, doubt } = hold;
  if (heardAt === null || isAsking(doubt)) return Promise.resolve(ok(true));
  return onDisk(hold, () =>
    database.sent
      .where("at")
      .below(toInstant(heardAt - sentKeptMs))
      .delete(),
  );
};
