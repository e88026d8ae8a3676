import type { Accessor } from "solid-js";
import {
  type AllotmentRecord,
  allotmentFor,
  freeAllottedTimes,
  heldElsewhere,
  isCertain,
} from "#domain/times/allotted.ts";
import { isOverlapping, type Span } from "#domain/times/day-plan.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Instant, LocalDate } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import type { Slot } from "#domain/kinds/appointment.ts";
import { type MinuteOfDay, toLocal } from "#domain/local-time.ts";
import type { AppointmentRecord } from "#features/appointment-view.ts";
import { createRecords, useEnvironment, useStanding } from "#features/environment.tsx";

/** The times of an adviser that are held: for this device, which gives them out, or for another. */
export type HeldTimes = {
  /** The starts of this device's held times of a day that are still free. */
  startsOn(date: LocalDate, taken: readonly AppointmentRecord[], now: Instant): MinuteOfDay[];
  /** Whether a booking at this time would be certain without a network. */
  isCertain(span: Span): boolean;
  /** What another device holds at this time. */
  elsewhere(span: Span): AllotmentRecord | undefined;
  /** Everything that other devices hold. */
  allElsewhere(): readonly Slot[];
  /** The slot as it is written: with the allotment that this device gives it out of, or with none. */
  settle(slot: Slot): Slot;
};

/** The held times of an adviser; a booking that is being moved, `except`, is not in its own way. */
export const createHeldTimes = (
  adviser: Accessor<MemberId | null>,
  except?: RecordId,
): HeldTimes => {
  const { device } = useEnvironment().store.identity;
  const allotments = createRecords(allotmentKind);
  const sorted = useStanding();
  const givenFrom = (slot: Slot) =>
    allotmentFor(
      slot,
      device,
      allotments().values(),
      sorted().filter(({ id, values }) => values.slot.allotment !== undefined && id !== except),
    );
  return {
    startsOn(date, taken, now) {
      const slots = taken.map(({ values }) => values.slot);
      return [...allotments().values()]
        .filter((one) => one.values.slot.adviser === adviser() && isCertain(one, device))
        .flatMap((one) => freeAllottedTimes(one, slots, now))
        .map(({ start }) => toLocal(start))
        .filter((start) => start.date === date)
        .map(({ minute }) => minute);
    },
    isCertain(span) {
      const from = givenFrom({ ...span, place: null, adviser: adviser() });
      return from !== null && isCertain(from, device);
    },
    elsewhere: (span) =>
      heldElsewhere(allotments().values(), adviser(), device).find(({ values }) =>
        isOverlapping(values.slot, span),
      ),
    allElsewhere: () =>
      heldElsewhere(allotments().values(), adviser(), device).map(({ values }) => values.slot),
    settle(wanted) {
      const { allotment: _, ...slot } = wanted;
      const from = givenFrom(slot);
      return from === null ? slot : { ...slot, allotment: from.id };
    },
  };
};
