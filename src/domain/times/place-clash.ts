import { isOverlapping } from "./day-plan.ts";
import type { Slot } from "./slot.ts";
import type { RecordId } from "../ids.ts";
import { type Appointment, isStanding } from "../kinds/appointment.ts";

/** An appointment as far as it takes up a place. */
export type PlaceUse = {
  readonly id: RecordId;
  readonly values: Pick<Appointment, "slot" | "status">;
};

/** Somebody else at a place at the same time: in the same `room`, or somewhere `there`. */
export type PlaceClash<U extends PlaceUse = PlaceUse> = {
  readonly use: U;
  readonly kind: "room" | "there";
};

/**
 * Who else is at the place of a slot while it lasts, those in the same room first, then by their start. The adviser's own
 * other times are left out: that two of them overlap is said of the adviser. Of two in different rooms neither is in the way.
 * Where one says no room, they may be in the same one: that is told as somewhere `there`, and so is a place without rooms,
 * which may be large enough for several. It is for people to judge and never a reason to refuse.
 */
export const placeClashes = <U extends PlaceUse>(
  slot: Pick<Slot, "start" | "end" | "place" | "adviser" | "room">,
  uses: Iterable<U>,
): PlaceClash<U>[] => {
  if (slot.place === null) return [];
  const clashes: PlaceClash<U>[] = [];
  for (const use of uses) {
    const other = use.values.slot;
    const isThere =
      other.place === slot.place &&
      other.adviser !== slot.adviser &&
      isStanding(use.values) &&
      isOverlapping(other, slot);
    if (!isThere) continue;
    const isKnown = other.room !== undefined && slot.room !== undefined;
    if (!isKnown) clashes.push({ use, kind: "there" });
    else if (other.room === slot.room) clashes.push({ use, kind: "room" });
  }
  const rank = ({ kind }: PlaceClash) => (kind === "room" ? 0 : 1);
  return clashes.sort(
    (one, other) =>
      rank(one) - rank(other) || one.use.values.slot.start - other.use.values.slot.start,
  );
};
