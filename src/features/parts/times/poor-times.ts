import type { RecordId } from "#domain/ids.ts";
import type { Slot } from "#domain/times/slot.ts";
import type { Around } from "./appointment-view.ts";
import { createFullLookout } from "./lookout.ts";

/**
 * Tells the times that a form does not suggest by itself though nobody has them: a drive to their place, or on from it, does
 * not fit, or somebody else has the room. `except` is the appointment that is being changed.
 */
export const createIsPoor = (
  around: () => Around,
  except?: RecordId,
): ((slot: Slot) => boolean) => {
  const everything = createFullLookout(around);
  const changed = new Set(except === undefined ? [] : [except]);
  return (slot) => {
    if (slot.place === null) return false;
    for (const { kind } of everything(slot, changed)) {
      if (kind === "travel" || kind === "room") return true;
    }
    return false;
  };
};
