import type { RecordId } from "../ids.ts";
import { minuteMs } from "../instant.ts";
import type { Conflict } from "../kinds/conflict.ts";

/** A conflict about one time of a series; `series` is `null` where it is about anything else. */
export type SeriesConflict = {
  readonly id: RecordId;
  readonly series: RecordId | null;
  readonly values: Conflict;
};

/**
 * So far apart the corrected times of one save may be, in milliseconds. The edits of a save are made at one moment, and the
 * error of the device's clock is reckoned anew for each request that brings some of them: by as much as a request was
 * under way, for which a device waits less than a minute.
 */
export const sameSaveMs: number = minuteMs;

/**
 * Conflicts that stem from the same two saves come together, each in exactly one group, the oldest first: the same two
 * authors, at the same moments, wrote the same field of several times of one series. Of one record a group has one conflict:
 * a second one is another save. A conflict of which nobody knows whose value lost is alone, and so is one of no series.
 */
export const conflictGroups = <C extends SeriesConflict>(conflicts: Iterable<C>): C[][] => {
  const groups: C[][] = [];
  const byAuthors = new Map<string, C[][]>();
  for (const conflict of [...conflicts].sort(byLoss)) {
    const { series, values } = conflict;
    const isAlone = series === null || values.record === null || values.lostBy === "";
    const key = JSON.stringify([series, values.field, values.lostBy, values.keptBy]);
    const known = isAlone ? [] : (byAuthors.get(key) ?? []);
    const found = known.find((group) => isOfSaves(conflict, group));
    if (found !== undefined) {
      found.push(conflict);
      continue;
    }
    const group = [conflict];
    groups.push(group);
    if (!isAlone) byAuthors.set(key, [...known, group]);
  }
  return groups;
};

const isOfSaves = ({ values }: SeriesConflict, group: readonly SeriesConflict[]): boolean => {
  const [first] = group;
  if (first === undefined) return false;
  const isNear = (one: number, other: number) => Math.abs(one - other) < sameSaveMs;
  return (
    isNear(values.lostAt, first.values.lostAt) &&
    isNear(values.keptAt, first.values.keptAt) &&
    group.every((one) => one.values.record !== values.record)
  );
};

const byLoss = (one: SeriesConflict, other: SeriesConflict): number =>
  one.values.lostAt - other.values.lostAt ||
  one.values.keptAt - other.values.keptAt ||
  (one.id < other.id ? -1 : 1);
