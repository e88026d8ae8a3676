import type { DeviceId, RecordId } from "../ids.ts";
import { allotmentFor, type AllotmentRecord, type BookingRecord } from "./allotted.ts";
import type { Slot } from "./slot.ts";

/** A slot as a device writes it: with the allotment that it gives the time out of ({@link allotmentFor}), or with none. */
export const settled = (
  wanted: Slot,
  device: DeviceId,
  allotments: readonly AllotmentRecord[],
  bookings: readonly BookingRecord[],
): Slot => {
  const { allotment: _, ...slot } = wanted;
  const from = allotmentFor(slot, device, allotments, bookings);
  return from === null ? slot : { ...slot, allotment: from.id };
};

/**
 * The slots of bookings that move at once, as a device writes them. What they leave is free for all of them, and what one
 * takes is given for those after it.
 */
export const settledTogether = (
  moves: ReadonlyMap<RecordId, Slot>,
  device: DeviceId,
  allotments: readonly AllotmentRecord[],
  bookings: readonly BookingRecord[],
): ReadonlyMap<RecordId, Slot> => {
  const given = bookings.filter(({ id }) => !moves.has(id));
  const slots = new Map<RecordId, Slot>();
  for (const [id, wanted] of moves) {
    const slot = settled(wanted, device, allotments, given);
    slots.set(id, slot);
    given.push({ id, values: { slot, status: "booked" } });
  }
  return slots;
};
