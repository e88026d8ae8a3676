import type { RecordId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import { type Label, labelOf, openUnlessDamaged, type Sealer } from "./box.ts";
import type { DraftRow } from "./database.ts";

/** What is being written, by name. */
export class Drafts {
  readonly #stored = new Map<string, Json>();
  /** Changes on their way to the disk: a reading that began before one of them must not undo it. */
  readonly #changes = new Map<string, { readonly content: Json | null }>();
  /** Records that were erased: a form about one may be open still, and a file may bring one. */
  readonly #wiped = new Set<RecordId>();

  read(id: string): Json | null {
    const change = this.#changes.get(id);
    return change === undefined ? (this.#stored.get(id) ?? null) : change.content;
  }

  /** The names of those that are on the disk and about any of these records: by their name, or by what is in them. */
  about(records: readonly RecordId[]): string[] {
    return [...this.#stored]
      .filter(([name, content]) => isAbout(name, content, records))
      .map(([name]) => name);
  }

  /** Forgets what is about these records, and changes on their way; from now on nothing about them is kept. */
  wipe(records: readonly RecordId[]): void {
    for (const record of records) this.#wiped.add(record);
    for (const name of this.about(records)) this.#stored.delete(name);
    for (const [name, { content }] of this.#changes) {
      if (isAbout(name, content, records)) this.#changes.delete(name);
    }
  }

  /** The records that were erased, as far as this device has heard. */
  wiped(): ReadonlySet<RecordId> {
    return this.#wiped;
  }

  /** Whether a draft is about a record that was erased: then it must not come to the disk. */
  isWiped(id: string, content: Json | null): boolean {
    return isAbout(id, content, this.#wiped);
  }

  /** Takes what the disk holds in place of what it held. */
  replace(stored: Iterable<readonly [string, Json]>): void {
    this.#stored.clear();
    for (const [id, content] of stored) this.#stored.set(id, content);
  }

  /** Shows a change at once, unless it is about an erased record, and returns how to say what of it is on the disk. */
  change(id: string, content: Json | null): (kept: Json | null) => void {
    const change = { content: this.isWiped(id, content) ? null : content };
    this.#changes.set(id, change);
    return (kept) => {
      if (kept === null) this.#stored.delete(id);
      else this.#stored.set(id, kept);
      if (this.#changes.get(id) === change) this.#changes.delete(id);
    };
  }
}

const isAbout = (name: string, content: Json | null, records: Iterable<RecordId>): boolean => {
  const text = name + JSON.stringify(content);
  return [...records].some((record) => text.includes(record));
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

/** What a draft's box is bound to. */
export const draftLabel = (id: string): Label => labelOf("draft", id);
