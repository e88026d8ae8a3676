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
  /** Counted as it changes: it is asked for after every exchange, however much the device holds. */
  readonly #copies = new Map<ScopeId, number>();

  add(note: SegmentNote): void {
    this.#notes.set(note.id, note);
    const places = this.#places.get(note.scope) ?? new Map<RecordId, Set<string>>();
    this.#places.set(note.scope, places);
    for (const { id } of note.states) {
      const segments = places.get(id) ?? new Set();
      if (segments.size > 0 && !segments.has(note.id)) this.#count(note.scope, 1);
      places.set(id, segments.add(note.id));
    }
  }

  remove(id: string): void {
    const note = this.#notes.get(id);
    if (note === undefined) return;
    this.#notes.delete(id);
    const places = this.#places.get(note.scope);
    for (const { id: record } of note.states) {
      const segments = places?.get(record);
      if (segments?.delete(id) !== true) continue;
      if (segments.size === 0) places?.delete(record);
      else this.#count(note.scope, -1);
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
    this.#copies.clear();
  }

  /** The segments of a scope in which any of the records lie. */
  holding(scope: ScopeId, records: readonly RecordId[]): SegmentNote[] {
    const places = this.#places.get(scope);
    const ids = new Set(records.flatMap((record) => [...(places?.get(record) ?? [])]));
    return [...ids].flatMap((id) => this.#notes.get(id) ?? []);
  }

  /** How many records lie in the segments of a scope, together with those of the others that do not. */
  countWith(scope: ScopeId, others: Iterable<RecordId>): number {
    const places = this.#places.get(scope);
    let count = places?.size ?? 0;
    for (const record of others) if (places?.has(record) !== true) count += 1;
    return count;
  }

  /** How many states of a scope's segments have a second copy in another segment: weight that a fold takes off. */
  copiesIn(scope: ScopeId): number {
    return this.#copies.get(scope) ?? 0;
  }

  #count(scope: ScopeId, more: number): void {
    this.#copies.set(scope, this.copiesIn(scope) + more);
  }
}
