import { type Accessor, createMemo } from "solid-js";
import { parsePath } from "#domain/fields/path.ts";
import { isStanding } from "#domain/kinds/appointment.ts";
import { standingOf } from "#domain/times/promise.ts";
import { createIsGuaranteed } from "#features/parts/times/allotments.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { createNow } from "#features/environment.tsx";
import {
  type ConflictRecord,
  createOpenConflicts,
} from "#features/parts/conflicts/open-conflicts.ts";

/**
 * How certain an appointment's time is. `guaranteed`: out of what this device holds. `doubled`: held, and another one waits
 * for it. `contested`: two people agreed different ones, whatever is held. `over`: past, or cancelled.
 */
export type TimeWord =
  | "over"
  | "clash"
  | "contested"
  | "guaranteed"
  | "doubled"
  | "held"
  | "tentative";

/** How certain the time is, and the open conflict about it, following every change. */
export const createTimeWord = (
  record: Accessor<AppointmentRecord>,
): {
  readonly word: Accessor<TimeWord>;
  readonly conflict: Accessor<ConflictRecord | undefined>;
} => {
  const now = createNow();
  const conflicts = createOpenConflicts();
  const isGuaranteed = createIsGuaranteed(record);
  const conflict = () =>
    conflicts()
      .get(record().id)
      ?.find(({ values: { field } }) => parsePath(field).field === "slot");
  const word = createMemo((): TimeWord => {
    const { values } = record();
    if (!isStanding(values) || values.slot.end <= now()) return "over";
    const standing = standingOf(values.slot, values.promise);
    const hasRivals = (values.promise?.with.length ?? 0) > 0;
    // However certain the present one is: which of the two holds is not.
    if (conflict() !== undefined && standing !== "clash" && !hasRivals) return "contested";
    if (standing === "tentative" && isGuaranteed()) return "guaranteed";
    return standing === "held" && hasRivals ? "doubled" : standing;
  });
  return { word, conflict };
};
