import type { OpId, RecordId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { Box } from "./box.ts";
import type { Again } from "./database.ts";

/** An unsent edit, the save it belongs to, and the box in which it lies on the disk. */
export type Pending = {
  readonly n: number;
  readonly save: OpId;
  readonly op: Op;
  readonly box: Box;
  readonly again?: Again;
};

/** The unsent edits by record, each record's in the order of their numbers. */
export class Unsent {
  readonly #byRecord = new Map<RecordId, Pending[]>();

  has(record: RecordId): boolean {
    return this.#byRecord.has(record);
  }

  /** Those of a record, oldest first. */
  of(record: RecordId): readonly Op[] {
    return this.#byRecord.get(record)?.map(({ op }) => op) ?? [];
  }

  /** All of them, oldest first. */
  all(): readonly Pending[] {
    return [...this.#byRecord.values()].flat().sort((one, other) => one.n - other.n);
  }

  /** How many saves they belong to. */
  saves(): number {
    const saves = new Set<OpId>();
    for (const list of this.#byRecord.values()) for (const { save } of list) saves.add(save);
    return saves.size;
  }

  add(pending: Pending): void {
    const { record } = pending.op;
    const list = this.#byRecord.get(record) ?? [];
    // One that was acknowledged and lost comes back in front of what was made after it.
    const later = list.findIndex(({ n }) => n > pending.n);
    list.splice(later === -1 ? list.length : later, 0, pending);
    this.#byRecord.set(record, list);
  }

  /** Changes what is known of them, but not the edits. */
  change(change: (pending: Pending) => Pending): void {
    for (const [record, list] of this.#byRecord) this.#byRecord.set(record, list.map(change));
  }

  /** Takes edits out and returns the records that had one of them. */
  remove(ops: ReadonlySet<OpId>): RecordId[] {
    const records: RecordId[] = [];
    for (const [record, list] of this.#byRecord) {
      const left = list.filter(({ op }) => !ops.has(op.id));
      if (left.length === list.length) continue;
      if (left.length === 0) this.#byRecord.delete(record);
      else this.#byRecord.set(record, left);
      records.push(record);
    }
    return records;
  }

  clear(): void {
    this.#byRecord.clear();
  }
}
