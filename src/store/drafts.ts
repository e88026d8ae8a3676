import type { RecordId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import { type Label, labelOf, openUnlessDamaged, type Sealer } from "./box.ts";
import type { DraftRow } from "./database.ts";

/** What is being written, by name. */
export class Drafts {
  readonly #stored = new Map<string, Json>();
  /** Changes on their way to the disk: a reading that began before one of them must not undo it. */
  readonly #changes = new Map<string, { readonly content: Json | null }>();

  read(id: string): Json | null {
    const change = this.#changes.get(id);
    return change === undefined ? (this.#stored.get(id) ?? null) : change.content;
  }

  /** The names of those that are about any of these records: by their name, or by what is in them. */
  about(records: readonly RecordId[]): string[] {
    return [...this.#stored]
      .filter(([name, content]) => {
        const text = name + JSON.stringify(content);
        return records.some((record) => text.includes(record));
      })
      .map(([name]) => name);
  }

  /** Forgets those of these names. */
  forget(names: readonly string[]): void {
    for (const name of names) this.#stored.delete(name);
  }

  /** Takes what the disk holds in place of what it held. */
  replace(stored: Iterable<readonly [string, Json]>): void {
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

/** What a draft's box is bound to. */
export const draftLabel = (id: string): Label => labelOf("draft", id);
