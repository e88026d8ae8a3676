import { type Accessor, createMemo } from "solid-js";
import {
  type AllotmentRecord,
  type BookingRecord,
  isCurrent,
  isGuaranteed,
} from "#domain/times/allotted.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import type { Span } from "#domain/times/day-plan.ts";
import { readRecord } from "#domain/record.ts";
import { createRecords, useEnvironment, useStanding } from "#features/environment.tsx";
import { standingWithin } from "./appointment-view.ts";

/** The allotments of this adviser's time that are not over, earliest first: those of this device and of others. */
export const createCurrentAllotments = (
  now: Accessor<Instant>,
): Accessor<readonly AllotmentRecord[]> => {
  const { member } = useEnvironment().store.identity;
  const allotments = createRecords(allotmentKind);
  return createMemo(() =>
    [...allotments().values()]
      .filter((one) => one.values.slot.adviser === member && isCurrent(one, now()))
      .sort((one, other) => one.values.slot.start - other.values.slot.start),
  );
};

/**
 * Whether a booking's time is certain before the endpoint has said so, because this device gave it out of its allotment, and
 * to nobody else. What the device has unsent of the allotment itself, such as giving the rest back, goes out behind the
 * booking and takes nothing from it.
 */
export const createIsGuaranteed = (booking: Accessor<BookingRecord>): Accessor<boolean> => {
  const { identity, ledger } = useEnvironment().store;
  const allotments = createRecords(allotmentKind);
  const sorted = useStanding();
  const allotment = (id: RecordId): AllotmentRecord | undefined => {
    // Every change of an allotment makes another map, whatever is read of it.
    allotments();
    const state = ledger.state(id);
    return state === null ? undefined : readRecord(allotmentKind, state);
  };
  const bookingsAt = ({ start, end }: Span) => standingWithin(sorted(), start, end);
  return () => isGuaranteed(booking(), identity.device, { allotment, bookingsAt });
};
