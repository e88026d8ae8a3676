import { type Accessor, createMemo } from "solid-js";
import {
  allotmentAgainst,
  allotmentFor,
  type AllotmentRecord,
  freeAllottedTimes,
  isCertain,
} from "#domain/times/allotted.ts";
import type { Span } from "#domain/times/day-plan.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Instant, LocalDate } from "#domain/instant.ts";
import { allotmentKind, isOpenAllotment } from "#domain/kinds/allotment.ts";
import { settled, settledTogether } from "#domain/times/settle.ts";
import type { Slot } from "#domain/times/slot.ts";
import { type MinuteOfDay, toLocal } from "#domain/local-time.ts";
import type { AppointmentRecord } from "./appointment-view.ts";
import { createRecords, useEnvironment, useStanding } from "#features/environment.tsx";

/** Held times that a booking would clash with: another device's, or this one's own that it cannot be given out of. */
export type InTheWay = {
  readonly label: string;
  readonly slot: Slot;
  readonly isOwn: boolean;
};

/** The start of a held time, and what its allotment says of the times in it. */
export type HeldStart = {
  readonly minute: MinuteOfDay;
  readonly lengthInMinutes: number;
  readonly place: RecordId | null;
};

/** The times of an adviser that are held: for this device, which gives them out, or for another. */
export type HeldTimes = {
  /** The starts of this device's held times of a day that are still free. */
  startsOn(date: LocalDate, taken: readonly AppointmentRecord[], now: Instant): HeldStart[];
  /** Whether a booking at this time would be certain without a network. */
  isCertain(span: Span): boolean;
  /** What a booking at this time would clash with. */
  inTheWay(span: Span): InTheWay | null;
  /** Everything that is held. */
  slots(): readonly Slot[];
  /** The slot as it is written: with the allotment that this device gives it out of, or with none. */
  settle(slot: Slot): Slot;
  /** The slots of appointments that move at once, as they are written: none is in the way of another by where it stood. */
  settleAll(moves: ReadonlyMap<RecordId, Slot>): ReadonlyMap<RecordId, Slot>;
};

/** The held times of an adviser; a booking that is being moved, `except`, is not in its own way. */
export const createHeldTimes = (
  adviser: Accessor<MemberId | null>,
  except?: RecordId,
): HeldTimes => {
  const { device } = useEnvironment().store.identity;
  const allotments = createRecords(allotmentKind);
  const sorted = useStanding();
  const open = createMemo(() =>
    [...allotments().values()].filter(({ values }) => isOpenAllotment(values)),
  );
  const given = createMemo(() =>
    sorted().filter(({ id, values }) => values.slot.allotment !== undefined && id !== except),
  );
  const own = createMemo(() => sorted().find(({ id }) => id === except)?.values.slot);
  const slotOf = (span: Span): Slot => ({ ...span, place: null, adviser: adviser() });
  const givenFrom = (slot: Slot) => allotmentFor(slot, device, open(), given());
  const ofAdviser = (): readonly AllotmentRecord[] =>
    open().filter(({ values }) => values.slot.adviser === adviser());
  return {
    startsOn(date, taken, now) {
      const slots = taken.map(({ values }) => values.slot);
      return ofAdviser()
        .filter((one) => isCertain(one, device))
        .flatMap((one) => {
          const { lengthInMinutes, slot } = one.values;
          return freeAllottedTimes(one, slots, now)
            .map(({ start }) => toLocal(start))
            .filter((start) => start.date === date)
            .map(({ minute }) => ({ minute, lengthInMinutes, place: slot.place }));
        });
    },
    isCertain(span) {
      const from = givenFrom(slotOf(span));
      return from !== null && isCertain(from, device);
    },
    inTheWay(span) {
      const against = allotmentAgainst(slotOf(span), device, open(), given(), own());
      if (against === null) return null;
      const { label, slot, holder } = against.values;
      return { label, slot, isOwn: holder === device };
    },
    slots: () => ofAdviser().map(({ values }) => values.slot),
    settle: (slot) => settled(slot, device, open(), given()),
    settleAll: (moves) => settledTogether(moves, device, open(), given()),
  };
};
