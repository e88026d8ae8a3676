import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import { inBatches } from "../box.ts";
import type { KatveDatabase, RecordRow } from "../database.ts";
import { type Hold, noteLoose } from "../hold.ts";
import { sealRecord } from "../sealed-rows.ts";
import {
  noteSegments,
  type Packed,
  packSegments,
  type Rewritten,
  segmentMinRows,
  withoutRecords,
} from "../segments.ts";

/** Records of one scope, sealed and ready to be stored in one transaction, and what has to leave for them. */
export type IncomingRows = {
  readonly scope: ScopeId;
  readonly generation: number;
  readonly states: readonly RecordState[];
  readonly leaving: readonly RecordId[];
  readonly segments: readonly Packed[];
  readonly rewritten: Rewritten;
  readonly loose: readonly RecordRow[];
  /** Records whose rows of their own have had their day: they left, or came again in a segment. */
  readonly looseNoMore: readonly RecordId[];
};

/**
 * Seals what a line brings. A record that the device already has in a newer state belongs to the scope all the same, in
 * that newer state. Deleted records and those that left the scope go from its segments at once.
 */
export const prepareRows = async (
  hold: Hold,
  scope: ScopeId,
  put: readonly RecordState[],
  drop: readonly RecordId[],
): Promise<IncomingRows> => {
  const generation = hold.scopeRows.get(scope)?.generation ?? 1;
  const leaving = [...drop, ...put.filter(({ deleted }) => deleted).map(({ id }) => id)];
  const isLeaving = new Set(leaving);
  const states = put
    .filter(({ id }) => !isLeaving.has(id))
    .map((state) => {
      const held = hold.ledger.heldIn(scope, state.id);
      return held === undefined || held.generation < generation
        ? state
        : newerOf(state, held.state);
    });
  const isSegment = states.length >= segmentMinRows;
  return {
    scope,
    generation,
    states,
    leaving,
    segments: isSegment ? await packSegments(hold, scope, generation, states) : [],
    rewritten: await withoutRecords(hold, scope, leaving),
    loose: isSegment
      ? []
      : await inBatches(states, (state) => sealRecord(hold.sealer, scope, generation, state)),
    looseNoMore: looseAmong(hold, scope, [
      ...leaving,
      ...(isSegment ? states.map(({ id }) => id) : []),
    ]),
  };
};

/** Those that have a row of their own: deleting the others' too took half of the time of a first load. */
const looseAmong = (hold: Hold, scope: ScopeId, records: readonly RecordId[]): RecordId[] => {
  const loose = hold.loose.get(scope);
  return loose === undefined ? [] : records.filter((id) => loose.has(id));
};

const newerOf = (incoming: RecordState, held: RecordState): RecordState =>
  held.ver > incoming.ver ? held : incoming;

/**
 * Stores prepared rows. Runs inside the caller's transaction and awaits nothing but the database, and that for all of them
 * at once: each wait is a way to another process and back.
 */
export const storeRows = async (
  { records, segments }: KatveDatabase,
  rows: IncomingRows,
): Promise<void> => {
  const { scope, rewritten, loose, looseNoMore } = rows;
  const packed = [...rows.segments, ...rewritten.fresh].map(({ row }) => row);
  await Promise.all([
    looseNoMore.length > 0 && records.bulkDelete(looseNoMore.map((id) => [scope, id])),
    rewritten.gone.length > 0 && segments.bulkDelete([...rewritten.gone]),
    packed.length > 0 && segments.bulkPut(packed),
    loose.length > 0 && records.bulkPut([...loose]),
  ]);
};

/** Shows in the ledger what was stored. */
export const noteRows = (hold: Hold, rows: IncomingRows): void => {
  const { scope, generation, states, leaving, segments, rewritten, loose, looseNoMore } = rows;
  noteSegments(hold, { fresh: [...segments, ...rewritten.fresh], gone: rewritten.gone });
  for (const id of looseNoMore) hold.loose.get(scope)?.delete(id);
  noteLoose(
    hold,
    scope,
    loose.map(({ id }) => id),
  );
  for (const state of states) hold.ledger.put(scope, state, generation);
  for (const id of leaving) hold.ledger.drop(scope, id);
};
