import { isOpenAllotment, allotmentKind } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { RecordId } from "#domain/ids.ts";
import { readRecord, type RecordState } from "#domain/record.ts";
import type { TimePromise } from "#domain/times/promise.ts";
import type { Slot } from "#domain/times/slot.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";

/** What takes an adviser's time: a booking, or an allotment. */
type Taking = { readonly id: RecordId; readonly slot: Slot; readonly promise: TimePromise | null };

/**
 * I7: no adviser's time is promised twice. Every booking and every allotment has the endpoint's word about exactly its time; of two
 * at the same time at most one is held, and one that is not says with whom it clashes. What was given out of an allotment
 * is held beside it, and only a device of the member who has it gives out of it. A time of somebody who is not in the record's
 * own team is nobody's to promise, unless it was ruled on before they left.
 */
export const judgeTimes = (world: World): void => {
  const takings = [...world.server.records.values()].flatMap((record) => {
    const taking = takingOf(record);
    return taking === null || isOfStranger(world, record, taking) ? [] : [taking];
  });
  for (const taking of takings) {
    const { id, slot, promise } = taking;
    const isAboutIt =
      promise?.start === slot.start && promise.end === slot.end && promise.adviser === slot.adviser;
    hold(isAboutIt, "I7", () => `nothing is said of the time of ${id}: ${JSON.stringify(promise)}`);
    const rivals = takings.filter(
      (other) =>
        other.id !== id &&
        other.slot.adviser === slot.adviser &&
        other.slot.start < slot.end &&
        slot.start < other.slot.end,
    );
    const held = rivals.filter((rival) => rival.promise?.state === "held");
    // One that names an allotment may have been given by somebody who could not: then the allotment is in its way.
    const beside = held.filter((rival) => !isGiven(world, taking, rival));
    const isRight = promise?.state === "held" ? beside.length === 0 : held.length > 0;
    hold(isRight, "I7", () => `${id} is ${promise?.state} beside ${held.length} held`);
  }
};

const isOfStranger = ({ server }: World, { home }: RecordState, { slot, promise }: Taking) =>
  promise === null && slot.adviser !== null && !server.scopesOf(slot.adviser).has(home);

const takingOf = (record: RecordState): Taking | null => {
  if (record.deleted) return null;
  if (record.kind === appointmentKind.name) {
    const { slot, promise, status } = readRecord(appointmentKind, record).values;
    return slot.adviser === null || status === "cancelled"
      ? null
      : { id: record.id, slot, promise };
  }
  if (record.kind !== allotmentKind.name) return null;
  const { values } = readRecord(allotmentKind, record);
  const { slot, promise } = values;
  return slot.adviser === null || !isOpenAllotment(values)
    ? null
    : { id: record.id, slot, promise };
};

/** Whether one of the two is a booking out of the other, written by somebody with a device of the allotment's member. */
const isGiven = (world: World, one: Taking, other: Taking): boolean => {
  const [booking, allotment] = one.slot.allotment === other.id ? [one, other] : [other, one];
  if (booking.slot.allotment !== allotment.id) return false;
  const record = world.server.records.get(booking.id);
  const authors = world.oracle.shownIn(booking.id, "slot", record?.fields["slot"]);
  return authors.some(({ member }) => member === allotment.slot.adviser);
};
