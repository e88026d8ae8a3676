import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import { inBatches } from "./box.ts";
import type { KatveDatabase, RecordRow } from "./database.ts";
import { type Hold, noteLoose } from "./hold.ts";
import { sealRecord } from "./sealed-rows.ts";
import {
  noteSegments,
  type Packed,
  packSegments,
  type Rewritten,
  segmentMinRows,
  withoutRecords,
} from "./segments.ts";

/** Records of one scope, sealed and ready to be stored in one transaction, and what has to leave for them. */
export type IncomingRows = {
  readonly scope: ScopeId;
  readonly generation: number;
  readonly states: readonly RecordState[];
  readonly leaving: readonly RecordId[];
  readonly segments: readonly Packed[];
  readonly rewritten: Rewritten;
  readonly loose: readonly RecordRow[];
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
  };
};

const newerOf = (incoming: RecordState, held: RecordState): RecordState =>
  held.ver > incoming.ver ? held : incoming;

/** Stores prepared rows. Runs inside the caller's transaction and awaits nothing but the database. */
export const storeRows = async (database: KatveDatabase, rows: IncomingRows): Promise<void> => {
  const { scope, segments, rewritten, loose } = rows;
  await database.records.bulkDelete(looseNoMore(rows).map((id) => [scope, id]));
  await database.segments.bulkDelete([...rewritten.gone]);
  await database.segments.bulkPut([...segments, ...rewritten.fresh].map(({ row }) => row));
  await database.records.bulkPut([...loose]);
};

/** Shows in the ledger what was stored. */
export const noteRows = (hold: Hold, rows: IncomingRows): void => {
  const { scope, generation, states, leaving, segments, rewritten, loose } = rows;
  noteSegments(hold, { fresh: [...segments, ...rewritten.fresh], gone: rewritten.gone });
  for (const id of looseNoMore(rows)) hold.loose.get(scope)?.delete(id);
  noteLoose(
    hold,
    scope,
    loose.map(({ id }) => id),
  );
  for (const state of states) hold.ledger.put(scope, state, generation);
  for (const id of leaving) hold.ledger.drop(scope, id);
};

/** Records whose rows of their own have had their day: they left, or came again in a segment. */
const looseNoMore = ({ leaving, segments, states }: IncomingRows): readonly RecordId[] =>
  segments.length === 0 ? leaving : [...leaving, ...states.map(({ id }) => id)];
