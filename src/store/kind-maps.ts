import type { RecordId } from "#domain/ids.ts";
import type { Kind } from "#domain/kind.ts";
import type { Readable } from "#domain/record.ts";

type View = Readable<Kind>;
type OfKind = { map: Map<RecordId, View>; isGiven: boolean };

/**
 * The records on show, by kind. A map that was given out is never changed: whoever compares it with a later one sees the
 * difference. So the first change after that is made in a copy, and those that follow, until the map is asked for again,
 * in the same one: what nobody looks at costs nothing that grows with the number of records.
 */
export class KindMaps {
  readonly #kinds = new Map<string, OfKind>();

  /** The present map of a kind. */
  all(kind: string): ReadonlyMap<RecordId, View> {
    const of = this.#of(kind);
    of.isGiven = true;
    return of.map;
  }

  /** One record of a kind; the same as `all(kind).get(id)` without giving the map out. */
  one(kind: string, id: RecordId): View | undefined {
    return this.#kinds.get(kind)?.map.get(id);
  }

  put(kind: string, id: RecordId, view: View): void {
    this.#own(kind).set(id, view);
  }

  delete(kind: string, id: RecordId): void {
    this.#own(kind).delete(id);
  }

  /** The kind that shows a record, if one does. */
  kindShowing(id: RecordId): string | undefined {
    for (const [kind, { map }] of this.#kinds) if (map.has(id)) return kind;
    return undefined;
  }

  /** Empties every map and returns the kinds there are. */
  clear(): readonly string[] {
    const names = [...this.#kinds.keys()];
    this.#kinds.clear();
    return names;
  }

  #own(kind: string): Map<RecordId, View> {
    const of = this.#of(kind);
    if (of.isGiven) {
      of.map = new Map(of.map);
      of.isGiven = false;
    }
    return of.map;
  }

  #of(kind: string): OfKind {
    const of = this.#kinds.get(kind) ?? { map: new Map(), isGiven: false };
    this.#kinds.set(kind, of);
    return of;
  }
}
