import { appointmentKind } from "#domain/kinds/appointment.ts";
import { readRecord } from "#domain/record.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";

/**
 * I7: no adviser's time is promised twice. Every booking has the endpoint's word about exactly its time; of two at the same
 * time at most one is held, and one that is not says with whom it clashes.
 */
export const judgeTimes = ({ server }: World): void => {
  const bookings = [...server.records.values()]
    .filter(({ kind, deleted }) => kind === appointmentKind.name && !deleted)
    .map((record) => ({ id: record.id, ...readRecord(appointmentKind, record).values }))
    .filter(({ slot, status }) => slot.adviser !== null && status !== "cancelled");
  for (const { id, slot, promise } of bookings) {
    const isAboutIt =
      promise?.start === slot.start && promise.end === slot.end && promise.adviser === slot.adviser;
    hold(isAboutIt, "I7", () => `nothing is said of the time of ${id}: ${JSON.stringify(promise)}`);
    const rivals = bookings.filter(
      (other) =>
        other.id !== id &&
        other.slot.adviser === slot.adviser &&
        other.slot.start < slot.end &&
        slot.start < other.slot.end,
    );
    const held = rivals.filter((rival) => rival.promise?.state === "held");
    const isRight = promise?.state === "held" ? held.length === 0 : held.length > 0;
    hold(isRight, "I7", () => `${id} is ${promise?.state} beside ${held.length} held`);
  }
};
