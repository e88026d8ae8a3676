import { ok, type Result } from "#domain/result.ts";
import type { BackupContent } from "../backup/backup-content.ts";
import type { StorageFailure } from "../guard.ts";
import { commitSteps, type Hold } from "../hold.ts";
import { noteSegments, type Packed, packSegments } from "../segments.ts";

/**
 * Shows a backup's records until the endpoint has brought their scope: only in scopes that it has named and not begun to
 * bring, and in a generation before anything that it will bring, so that the end of the reset takes them away.
 */
export const showAwaited = (
  hold: Hold,
  content: BackupContent,
): Promise<Result<true, StorageFailure>> => {
  const isAwaiting = [...hold.scopeRows.values()].some(({ epoch }) => epoch === null);
  if (!isAwaiting) return Promise.resolve(ok(true));
  const { segments } = hold.database;
  return commitSteps(hold, [segments], {
    prepare: () => packAwaited(hold, content),
    store: (packed) => segments.bulkPut(packed.map(({ row }) => row)),
    note(packed) {
      noteSegments(hold, { fresh: packed, gone: [] });
      for (const { row, states } of packed) {
        for (const state of states) hold.ledger.put(row.scope, state, row.generation);
      }
    },
  });
};

const packAwaited = async (hold: Hold, { scopes }: BackupContent): Promise<Packed[]> => {
  const packed: Packed[] = [];
  for (const { scope, records } of scopes) {
    const row = hold.scopeRows.get(scope);
    if (row === undefined || row.epoch !== null) continue;
    const states = records
      .filter(({ id }) => hold.ledger.heldIn(scope, id) === undefined)
      .map((record) => ({ ...record, deleted: false }));
    packed.push(...(await packSegments(hold, scope, row.generation - 1, states)));
  }
  return packed;
};
