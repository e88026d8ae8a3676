import { offeredDay, offeredStepInMinutes } from "#domain/times/offered-day.ts";
import type { HoldingForm } from "#domain/times/holding.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { allottedLength } from "#domain/kinds/allotment.ts";
import { addDays, toLocal } from "#domain/local-time.ts";
import { clockText } from "#features/parts/appointment-form/form-times.ts";

/** How long the times of an allotment may be by a press, in minutes. */
export const holdingLengthsInMinutes = [15, 20, 30, 45] as const;

/** The rest of today from the next quarter of an hour; tomorrow when nothing of the day is left. */
export const startingHolding = (now: Instant, place: RecordId | null): HoldingForm => {
  const { date, minute } = toLocal(now);
  const quarter = Math.ceil(minute / offeredStepInMinutes) * offeredStepInMinutes;
  const isOver = quarter + allottedLength.usual > offeredDay.last;
  return {
    label: "",
    place,
    date: isOver ? addDays(date, 1) : date,
    start: clockText(isOver ? offeredDay.first : Math.max(quarter, offeredDay.first)),
    end: clockText(offeredDay.last),
    lengthInMinutes: allottedLength.usual,
  };
};
