import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import { ok, type Result } from "#domain/result.ts";
import type { ScopeRow } from "../database.ts";
import type { StorageFailure } from "../guard.ts";
import { commitSteps, type Hold } from "../hold.ts";
import { type IncomingRows, noteRows, prepareRows, storeRows } from "./incoming-rows.ts";
import { noteWipe, type PreparedWipe, prepareWipe, storeWipe, tablesToWipe } from "./wipe.ts";

/** A line of records of one scope. */
export type IncomingChunk = {
  readonly scope: ScopeId;
  readonly put: readonly RecordState[];
  readonly drop: readonly RecordId[];
  /** Records of which nothing may stay; none without it. */
  readonly erase?: readonly RecordId[];
  readonly cursor: { readonly epoch: string; readonly seq: number };
};

/** Takes lines of records, one of a scope at most: all of their records and cursors in one commit. */
export const takeChunks = async (
  hold: Hold,
  ...chunks: readonly IncomingChunk[]
): Promise<Result<true, StorageFailure>> => {
  const { database } = hold;
  const { scopes, segments, records } = database;
  const erase = chunks.flatMap((chunk) => chunk.erase ?? []);
  let wipe: PreparedWipe = ok({ records: [], refused: [] });
  const taken = await commitSteps(hold, [scopes, segments, records, ...tablesToWipe(hold, erase)], {
    async prepare() {
      wipe = await prepareWipe(hold, erase);
      if (!wipe.ok) return null;
      const prepared = await Promise.all(chunks.map((chunk) => prepareChunk(hold, chunk)));
      return { chunks: prepared.filter((chunk) => chunk !== null), wipe: wipe.value };
    },
    async store(prepared) {
      if (prepared === null) return;
      await Promise.all([
        ...prepared.chunks.map(({ rows }) => storeRows(database, rows)),
        storeWipe(hold, prepared.wipe),
        database.scopes.bulkPut(prepared.chunks.map(({ row }) => row)),
      ]);
    },
    note(prepared) {
      if (prepared === null) return;
      for (const { row, rows } of prepared.chunks) {
        hold.scopeRows.set(row.scope, row);
        noteRows(hold, rows);
      }
      noteWipe(hold, erase);
    },
  });
  return wipe.ok ? taken : wipe;
};

/** `null` for a line of a scope that is not listed any more. */
const prepareChunk = async (
  hold: Hold,
  { scope, put, drop, erase = [], cursor }: IncomingChunk,
): Promise<{ readonly row: ScopeRow; readonly rows: IncomingRows } | null> => {
  const row = hold.scopeRows.get(scope);
  if (row === undefined) return null;
  const rows = await prepareRows(hold, scope, put, [...new Set([...drop, ...erase])]);
  return { row: { ...row, ...cursor }, rows };
};
