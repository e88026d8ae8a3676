import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import type { SegmentRow } from "./database.ts";

/** What lies in one segment on the disk. */
export type SegmentNote = Pick<SegmentRow, "id" | "scope" | "generation"> & {
  readonly states: readonly RecordState[];
};

/**
 * What lies in which segment, in memory, so that a segment can be written again without a record before anything is read
 * from the disk. It holds the same states as the ledger, and older ones that a later line has replaced.
 */
export class SegmentIndex {
  readonly #notes = new Map<string, SegmentNote>();
  readonly #places = new Map<ScopeId, Map<RecordId, Set<string>>>();

  add(note: SegmentNote): void {
    this.#notes.set(note.id, note);
    const places = this.#places.get(note.scope) ?? new Map<RecordId, Set<string>>();
    this.#places.set(note.scope, places);
    for (const { id } of note.states) {
      places.set(id, (places.get(id) ?? new Set()).add(note.id));
    }
  }

  remove(id: string): void {
    const note = this.#notes.get(id);
    if (note === undefined) return;
    this.#notes.delete(id);
    const places = this.#places.get(note.scope);
    for (const { id: record } of note.states) {
      const segments = places?.get(record);
      segments?.delete(id);
      if (segments?.size === 0) places?.delete(record);
    }
  }

  /** Takes out the segments of a scope that are older than a generation; all of them without one. */
  removeScope(scope: ScopeId, generation = Number.POSITIVE_INFINITY): void {
    for (const note of this.#notes.values()) {
      if (note.scope === scope && note.generation < generation) this.remove(note.id);
    }
  }

  clear(): void {
    this.#notes.clear();
    this.#places.clear();
  }

  /** The segments of a scope in which any of the records lie. */
  holding(scope: ScopeId, records: readonly RecordId[]): SegmentNote[] {
    const places = this.#places.get(scope);
    const ids = new Set(records.flatMap((record) => [...(places?.get(record) ?? [])]));
    return [...ids].flatMap((id) => this.#notes.get(id) ?? []);
  }

  /** How many states of a scope's segments have a second copy in another segment: weight that a fold takes off. */
  copiesIn(scope: ScopeId): number {
    let copies = 0;
    for (const segments of this.#places.get(scope)?.values() ?? []) copies += segments.size - 1;
    return copies;
  }
}
