import type { Instant } from "../instant.ts";
import type { Appointment, MovedFrom } from "../kinds/appointment.ts";
import type { Span } from "../times/day-plan.ts";
import type { Slot } from "../times/slot.ts";

/**
 * What a move writes beside the new slot: the start that the time had until now, and whose it was. `undefined` where it
 * begins as before, for another place, adviser or length is no other time for the client, and where there was no time yet.
 */
export const movedFromOf = (
  { start, end, adviser }: Span & Pick<Slot, "adviser">,
  after: Span,
): MovedFrom | undefined =>
  start === after.start || end <= start ? undefined : { start, adviser };

/** The start in what a move wrote. */
export const startBefore = (movedFrom: Appointment["movedFrom"]): Instant | null =>
  typeof movedFrom === "object" ? (movedFrom?.start ?? null) : movedFrom;

/** The start that an appointment was moved away from; `null` for one that is where it was, or was moved back. */
export const wasAt = ({
  slot,
  movedFrom,
}: Pick<Appointment, "slot" | "movedFrom">): Instant | null => {
  const start = startBefore(movedFrom);
  return start === slot.start ? null : start;
};
