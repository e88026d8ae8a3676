import type { Json } from "#domain/json.ts";
import type { Result } from "#domain/result.ts";
import { labelOf } from "./box.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import { type Hold, onDisk } from "./hold.ts";

/** What a draft's box is bound to. */
export const draftLabel = (id: string) => labelOf("draft", id);

/**
 * Keeps what is being written, sealed, so that a killed page loses no more than the last moment of typing. It can be read
 * again at once; a draft that was handed over before the vault locks is kept.
 */
export const saveDraft = (
  hold: Hold,
  id: string,
  content: Json,
): Promise<Result<unknown, StorageFailure>> => {
  hold.drafts.set(id, content);
  return hold.queue.run(async () => {
    const box = await hold.sealer.seal(draftLabel(id), content);
    return guarded(hold.database, () => hold.database.drafts.put({ id, box }));
  });
};

/** Forgets a draft: it was saved or thrown away on purpose. */
export const clearDraft = (hold: Hold, id: string): Promise<Result<void, StorageFailure>> => {
  hold.drafts.delete(id);
  return onDisk(hold, () => hold.database.drafts.delete(id));
};
