import type { RecordId } from "../ids.ts";
import type { LocalDate } from "../instant.ts";
import type { Appointment, NextStep } from "../kinds/appointment.ts";

/** An appointment as far as its next step goes. */
export type Stepped = {
  readonly id: RecordId;
  readonly values: Pick<Appointment, "next" | "slot" | "status">;
};

/** A step that the adviser has to take, with the meeting it was agreed at. */
export type OwnStep<T extends Stepped> = {
  readonly of: T;
  readonly step: NextStep;
  readonly isOverdue: boolean;
};

/**
 * What advisers said they would do and have not done, the soonest first and what has no day last: `isOverdue` when its day
 * is past. What clients and partners do is theirs; a cancelled meeting leads to nothing.
 */
export const ownSteps = <T extends Stepped>(
  appointments: Iterable<T>,
  today: LocalDate,
): OwnStep<T>[] => {
  const steps: OwnStep<T>[] = [];
  for (const of of appointments) {
    const { next, status } = of.values;
    if (next === null || next.by !== "adviser" || next.done === true) continue;
    if (status === "cancelled") continue;
    steps.push({ of, step: next, isOverdue: next.due !== null && next.due < today });
  }
  return steps.sort(
    (one, other) =>
      compareDays(one.step.due, other.step.due) ||
      one.of.values.slot.start - other.of.values.slot.start ||
      (one.of.id < other.of.id ? -1 : 1),
  );
};

/** Days in order, none after all others. */
export const compareDays = (one: LocalDate | null, other: LocalDate | null): number => {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
};
