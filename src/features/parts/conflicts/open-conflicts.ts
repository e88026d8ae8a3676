import { type Accessor, createMemo } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { conflictKind, isOpenConflict } from "#domain/kinds/conflict.ts";
import type { Readable } from "#domain/record.ts";
import { createRecords } from "#features/environment.tsx";

export type ConflictRecord = Readable<typeof conflictKind>;

/** Conflicts by whether a person has decided them: the open ones oldest first, the others by when they were closed, latest first. */
export const createConflicts = (): Accessor<{
  readonly open: readonly ConflictRecord[];
  readonly closed: readonly ConflictRecord[];
}> => {
  const conflicts = createRecords(conflictKind);
  return createMemo(() => {
    const all = [...conflicts().values()];
    return {
      open: all.filter(({ values }) => isOpenConflict(values)).sort(byLoss),
      closed: all.filter(({ values }) => !isOpenConflict(values)).sort(byClosing),
    };
  });
};

/** The conflicts that nobody has closed, by the record they are about. */
export const createOpenConflicts = (): Accessor<
  ReadonlyMap<RecordId, readonly ConflictRecord[]>
> => {
  const conflicts = createRecords(conflictKind);
  return createMemo(() => {
    const open = new Map<RecordId, ConflictRecord[]>();
    for (const conflict of conflicts().values()) {
      const { record } = conflict.values;
      if (record === null || !isOpenConflict(conflict.values)) continue;
      open.set(record, [...(open.get(record) ?? []), conflict]);
    }
    return open;
  });
};

const byLoss = (one: ConflictRecord, other: ConflictRecord) =>
  one.values.lostAt - other.values.lostAt || (one.id < other.id ? -1 : 1);

const byClosing = (one: ConflictRecord, other: ConflictRecord) =>
  (other.values.closed?.at ?? 0) - (one.values.closed?.at ?? 0) || byLoss(one, other);
