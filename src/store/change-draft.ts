import type { Json } from "#domain/json.ts";
import type { Result } from "#domain/result.ts";
import { draftLabel } from "./drafts.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import type { Hold } from "./hold.ts";

/**
 * Keeps what is being written, sealed, so that a killed page loses no more than the last moment of typing; `null` forgets
 * it: it was saved or thrown away on purpose. So is one about a record that was erased, however often it is handed over. It reads so at once; what was handed over before the vault locks is kept.
 */
export const changeDraft = (
  hold: Hold,
  id: string,
  content: Json | null,
): Promise<Result<unknown, StorageFailure>> => {
  const { database, drafts, sealer } = hold;
  const noteStored = drafts.change(id, content);
  return hold.queue.run(async () => {
    // Its record may have been erased since it was handed over.
    const kept = drafts.isWiped(id, content) ? null : content;
    const row = kept === null ? null : { id, box: await sealer.seal(draftLabel(id), kept) };
    const outcome = await guarded(database, async () => {
      await (row === null ? database.drafts.delete(id) : database.drafts.put(row));
    });
    noteStored(kept);
    hold.tellOthers();
    return outcome;
  });
};
