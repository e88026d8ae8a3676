import { type Accessor, createMemo } from "solid-js";
import { isSameJson, ownMember } from "#domain/json.ts";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { conflictKind, isOpenConflict } from "#domain/kinds/conflict.ts";
import type { RecordState } from "#domain/record.ts";
import { conflictGroups } from "#domain/series/conflict-groups.ts";
import { createRecords, useEnvironment } from "#features/environment.tsx";
import type { ConflictRecord } from "./open-conflicts.ts";
import { presentValue } from "./present-value.ts";

/** Open conflicts that one decision can settle together: two saves of a whole series make one for each of its times. */
export type ConflictGroup = readonly [ConflictRecord, ...ConflictRecord[]];

/**
 * The open conflicts in groups, the oldest first, the times of one in their order; most are alone. One whose field has changed again since is alone too: a
 * decision for all would change it unseen.
 */
export const createConflictGroups = (): Accessor<readonly ConflictGroup[]> => {
  const { ledger } = useEnvironment().store;
  const conflicts = createRecords(conflictKind);
  const appointments = createRecords(appointmentKind);
  const seriesOf = ({ values }: ConflictRecord, shown: RecordState | null): RecordId | null => {
    const isAsItWas = isSameJson(presentValue(shown, values), values.kept);
    const series = shown === null ? undefined : ownMember(shown.fields, "series");
    return isAsItWas && typeof series === "string" ? (series as RecordId) : null;
  };
  return createMemo(() => {
    const open = [...conflicts().values()].filter(({ values }) => isOpenConflict(values));
    if (open.length === 0) return [];
    // Whether a field has changed since is read below, and changes with them.
    const times = appointments();
    const told = open.map((conflict) => {
      const { record } = conflict.values;
      const shown = record === null ? null : ledger.shown(record);
      return { ...conflict, series: seriesOf(conflict, shown) };
    });
    const startOf = ({ values: { record } }: ConflictRecord) =>
      (record === null ? undefined : times.get(record))?.values.slot.start ?? 0;
    return conflictGroups(told).flatMap((group): ConflictGroup[] => {
      const [first, ...others] = group.sort((one, other) => startOf(one) - startOf(other));
      return first === undefined ? [] : [[first, ...others]];
    });
  });
};
