import { type Accessor, createMemo } from "solid-js";
import { type AllotmentRecord, isCurrent, isGuaranteed } from "#domain/times/allotted.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import type { Slot } from "#domain/times/slot.ts";
import { readRecord } from "#domain/record.ts";
import { createRecords, useEnvironment } from "#features/environment.tsx";

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
 * Whether a time is certain before the endpoint has said so, because this device gave it out of its allotment. What the
 * device has unsent of the allotment itself, such as giving the rest back, goes out behind the booking and takes nothing
 * from it.
 */
export const createIsGuaranteed = (slot: Accessor<Slot>): Accessor<boolean> => {
  const { identity, ledger } = useEnvironment().store;
  const allotments = createRecords(allotmentKind);
  const find = (id: RecordId): AllotmentRecord | undefined => {
    // Every change of an allotment makes another map, whatever is read of it.
    allotments();
    const state = ledger.state(id);
    return state === null ? undefined : readRecord(allotmentKind, state);
  };
  return () => isGuaranteed(slot(), identity.device, find);
};
