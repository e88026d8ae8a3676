import type { DeviceId, MemberId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import type { Verb } from "#domain/op.ts";
import { fieldKindOf, likenessOf } from "../world/catalog.ts";
import { markersIn } from "../world/prose.ts";

/**
 * One edit as its author made it: what it gave to each field (by path; `null`: took it away), and what stood there on the
 * screen when the form opened; a deletion has seen every field that anybody wrote. `scope` is whom it was shared with, or taken back from.
 */
export type Write = {
  readonly id: OpId;
  readonly nth: number;
  readonly phone: string;
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly verb: Verb;
  readonly kind: string;
  readonly record: RecordId;
  readonly gave: ReadonlyMap<string, Json>;
  readonly saw: ReadonlyMap<string, Json>;
  readonly scope?: ScopeId;
};

/**
 * Everything that anybody ever wrote, and what each author really had in sight: kept by the simulation alone, from screens,
 * never from versions, hashes or acknowledgements. Every value and every word is written once in a schedule, so a screen
 * says by itself whose edits are on it.
 */
export class Oracle {
  readonly writes = new Map<OpId, Write>();
  readonly #byPlace = new Map<string, Write[]>();

  add(write: Write): void {
    this.writes.set(write.id, write);
    for (const field of write.gave.keys()) {
      const place = placeOf(write.record, field);
      this.#byPlace.set(place, [...(this.#byPlace.get(place) ?? []), write]);
    }
  }

  /** The edits of a field, in the order they were made. */
  at(record: RecordId, field: string): readonly Write[] {
    return this.#byPlace.get(placeOf(record, field)) ?? [];
  }

  /** The fields of a record that anybody wrote. */
  fieldsOf(record: RecordId): string[] {
    return [...this.places()].filter(([id]) => id === record).map(([, field]) => field);
  }

  /** Every record and field that anybody wrote. */
  *places(): Generator<readonly [RecordId, string]> {
    for (const place of this.#byPlace.keys()) yield place.split(" ") as [RecordId, string];
  }

  /** Whose edits a value on a screen shows. That there is nothing says nothing of who took it away. */
  shownIn(record: RecordId, field: string, value: Json | undefined): readonly Write[] {
    const writes = this.at(record, field);
    if (value === undefined || value === null || writes.length === 0) return [];
    if (fieldKindOf(writes[0]?.kind ?? "", field) === "text") {
      const words = markersIn(value);
      return writes.filter((write) => [...newWords(write, field)].some((word) => words.has(word)));
    }
    const likeness = likenessOf(value);
    return writes.filter((write) => likenessOf(write.gave.get(field) ?? null) === likeness);
  }

  /**
   * The edits of a field that an edit's author had certainly seen, directly or through what others had seen. A value that
   * several people wrote by themselves proves nothing.
   */
  pastOf(write: Write, field: string): ReadonlySet<Write> {
    const past = new Set<Write>();
    const isText = fieldKindOf(write.kind, field) === "text";
    const look = ({ record, saw }: Write) => {
      const authors = this.shownIn(record, field, saw.get(field));
      if (authors.length > 1 && !isText) return;
      for (const seen of authors) {
        if (seen === write || past.has(seen)) continue;
        past.add(seen);
        look(seen);
      }
    };
    look(write);
    return past;
  }
}

const placeOf = (record: RecordId, field: string): string => `${record} ${field}`;

/** The words that an edit of a text brought. */
export const newWords = (write: Write, field: string): ReadonlySet<string> =>
  less(markersIn(write.gave.get(field)), markersIn(write.saw.get(field)));

/** The words that an edit of a text took out, in full sight of them. */
export const removedWords = (write: Write, field: string): ReadonlySet<string> =>
  less(markersIn(write.saw.get(field)), markersIn(write.gave.get(field)));

const less = (words: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...words].filter((word) => !others.has(word)));
