import type { ScopeId } from "#domain/ids.ts";
import { ok, type Result } from "#domain/result.ts";
import type { StorageFailure } from "./guard.ts";
import { commitSteps, type Hold } from "./hold.ts";
import { noteSegments, packSegments } from "./segments.ts";

/** A scope is folded when it has more than this many loose records and second copies, and at least this share of all. */
const foldAt = { rows: 200, share: 0.25 } as const;

/**
 * Packs the loose records of every scope that has gathered too many into fresh segments, so that the next start reads a
 * few large rows instead of many small ones. One commit a scope: a crash leaves the old rows or the new, never both.
 */
export const foldScopes = async (hold: Hold): Promise<Result<true, StorageFailure>> => {
  for (const scope of hold.scopeRows.keys()) {
    const folded = isFoldable(hold, scope) ? await foldScope(hold, scope) : ok(true as const);
    if (!folded.ok) return folded;
  }
  return ok(true);
};

const isFoldable = (hold: Hold, scope: ScopeId): boolean => {
  const row = hold.scopeRows.get(scope);
  // Without an epoch the scope is asked for anew: part of it may lie in boxes that did not open.
  if (row === undefined || row.resetting || row.epoch === null) return false;
  const loose = hold.loose.get(scope) ?? new Set();
  const extra = loose.size + hold.segments.copiesIn(scope);
  return extra > foldAt.rows && extra >= foldAt.share * hold.segments.countWith(scope, loose);
};

const foldScope = (hold: Hold, scope: ScopeId): Promise<Result<true, StorageFailure>> => {
  const { database, ledger } = hold;
  return commitSteps(hold, [database.segments, database.records], {
    prepare() {
      const generation = hold.scopeRows.get(scope)?.generation ?? 1;
      return packSegments(hold, scope, generation, [...ledger.statesIn(scope)]);
    },
    async store(packed) {
      await database.segments.where("scope").equals(scope).delete();
      await database.records.where("scope").equals(scope).delete();
      await database.segments.bulkPut(packed.map(({ row }) => row));
    },
    note(packed) {
      hold.segments.removeScope(scope);
      hold.loose.delete(scope);
      noteSegments(hold, { fresh: packed, gone: [] });
    },
  });
};
