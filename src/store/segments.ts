import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import { inBatches } from "./box.ts";
import type { SegmentRow } from "./database.ts";
import type { Hold } from "./hold.ts";
import { sealSegment } from "./sealed-rows.ts";

/** Most records in a segment: a line of the exchange brings no more. */
export const segmentMaxRows = 200;

/** A line of at least this many records is stored as a segment, a shorter one row by row: an exchange of single edits would otherwise fill the disk with tiny segments. */
export const segmentMinRows = 16;

/** A segment as written, with what is in it. */
export type Packed = { readonly row: SegmentRow; readonly states: readonly RecordState[] };

/** Segments that take the place of others. */
export type Rewritten = { readonly fresh: readonly Packed[]; readonly gone: readonly string[] };

/**
 * Prepares the segments of a scope anew without some records: what is withdrawn or deleted does not stay on the disk.
 */
export const withoutRecords = async (
  hold: Hold,
  scope: ScopeId,
  records: readonly RecordId[],
): Promise<Rewritten> => {
  const leaving = new Set(records);
  const gone = hold.segments.holding(scope, records);
  const left = gone
    .map((note) => ({ ...note, states: note.states.filter(({ id }) => !leaving.has(id)) }))
    .filter(({ states }) => states.length > 0);
  return {
    fresh: await inBatches(left, ({ generation, states }) => pack(hold, scope, generation, states)),
    gone: gone.map(({ id }) => id),
  };
};

/** Notes in memory that segments have taken the place of others, after the commit that did it. */
export const noteSegments = (hold: Hold, { fresh, gone }: Rewritten): void => {
  for (const id of gone) hold.segments.remove(id);
  for (const { row, states } of fresh) {
    hold.segments.add({ id: row.id, scope: row.scope, generation: row.generation, states });
  }
};

/** Packs records into fresh segments of one generation. */
export const packSegments = (
  hold: Hold,
  scope: ScopeId,
  generation: number,
  states: readonly RecordState[],
): Promise<Packed[]> => {
  const chunks: RecordState[][] = [];
  for (let at = 0; at < states.length; at += segmentMaxRows) {
    chunks.push(states.slice(at, at + segmentMaxRows));
  }
  return inBatches(chunks, (chunk) => pack(hold, scope, generation, chunk));
};

const pack = async (
  hold: Hold,
  scope: ScopeId,
  generation: number,
  states: readonly RecordState[],
): Promise<Packed> => ({ row: await sealSegment(hold, scope, generation, states), states });
