import type { Json } from "#domain/json.ts";
import type { Result } from "#domain/result.ts";
import { labelOf, openUnlessDamaged, type Sealer } from "./box.ts";
import type { DraftRow } from "./database.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import type { Hold } from "./hold.ts";

/** What is being written, by name. */
export class Drafts {
  readonly #stored = new Map<string, Json>();
  /** Changes on their way to the disk: a reading that began before one of them must not undo it. */
  readonly #changes = new Map<string, { readonly content: Json | null }>();

  read(id: string): Json | null {
    const change = this.#changes.get(id);
    return change === undefined ? (this.#stored.get(id) ?? null) : change.content;
  }

  /** Takes what the disk holds in place of what it held. */
  fill(stored: Iterable<readonly [string, Json]>): void {
    this.#stored.clear();
    for (const [id, content] of stored) this.#stored.set(id, content);
  }

  /** Shows a change at once and returns how to say that it is on the disk. */
  change(id: string, content: Json | null): () => void {
    const change = { content };
    this.#changes.set(id, change);
    return () => {
      if (content === null) this.#stored.delete(id);
      else this.#stored.set(id, content);
      if (this.#changes.get(id) === change) this.#changes.delete(id);
    };
  }
}

/**
 * Keeps what is being written, sealed, so that a killed page loses no more than the last moment of typing; `null` forgets
 * it: it was saved or thrown away on purpose. It reads so at once; what was handed over before the vault locks is kept.
 */
export const changeDraft = (
  hold: Hold,
  id: string,
  content: Json | null,
): Promise<Result<unknown, StorageFailure>> => {
  const { database, drafts, sealer } = hold;
  const noteStored = drafts.change(id, content);
  return hold.queue.run(async () => {
    const row = content === null ? null : { id, box: await sealer.seal(draftLabel(id), content) };
    const outcome = await guarded(database, async () => {
      await (row === null ? database.drafts.delete(id) : database.drafts.put(row));
    });
    noteStored();
    hold.tellOthers();
    return outcome;
  });
};

/** Opens drafts as they lie on the disk; one that does not open is left out. */
export const openDrafts = async (
  sealer: Sealer,
  rows: readonly DraftRow[],
): Promise<[string, Json][]> => {
  const opened = await Promise.all(
    rows.map(async ({ id, box }): Promise<[string, Json | null]> => [
      id,
      await openUnlessDamaged(() => sealer.open(draftLabel(id), box)),
    ]),
  );
  return opened.filter((entry): entry is [string, Json] => entry[1] !== null);
};

const draftLabel = (id: string) => labelOf("draft", id);
