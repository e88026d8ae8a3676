import { type Accessor, createMemo } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { Readable } from "#domain/record.ts";
import { createRecords } from "./environment.tsx";

export type ConflictRecord = Readable<typeof conflictKind>;

/** The conflicts that nobody has closed, by the record they are about. */
export const createOpenConflicts = (): Accessor<
  ReadonlyMap<RecordId, readonly ConflictRecord[]>
> => {
  const conflicts = createRecords(conflictKind);
  return createMemo(() => {
    const open = new Map<RecordId, ConflictRecord[]>();
    for (const conflict of conflicts().values()) {
      const { record, state } = conflict.values;
      if (record === null || state !== "open") continue;
      open.set(record, [...(open.get(record) ?? []), conflict]);
    }
    return open;
  });
};
