import type { Json } from "#domain/json.ts";
import { ok, type Result } from "#domain/result.ts";
import { labelOf, openUnlessDamaged } from "./box.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import { type Hold, onDisk } from "./hold.ts";

/**
 * Keeps what is being written, sealed, so that a killed page loses no more than the last moment of typing. A draft that
 * was handed over before the vault locks is kept.
 */
export const saveDraft = (
  hold: Hold,
  id: string,
  content: Json,
): Promise<Result<unknown, StorageFailure>> =>
  hold.queue.run(async () => {
    const box = await hold.sealer.seal(labelOf("draft", id), content);
    return guarded(hold.database, () => hold.database.drafts.put({ id, box }));
  });

/** What was being written under this name, or `null`; also for a box that does not open. */
export const readDraft = async (
  hold: Hold,
  id: string,
): Promise<Result<Json | null, StorageFailure>> => {
  const row = await guarded(hold.database, () => hold.database.drafts.get(id));
  if (!row.ok) return row;
  const box = row.value?.box;
  if (box === undefined) return ok(null);
  return ok(await openUnlessDamaged(() => hold.sealer.open(labelOf("draft", id), box)));
};

/** Forgets a draft: it was saved or thrown away on purpose. */
export const clearDraft = (hold: Hold, id: string): Promise<Result<void, StorageFailure>> =>
  onDisk(hold, () => hold.database.drafts.delete(id));
