import type { Instant } from "../instant.ts";
import type { Appointment } from "../kinds/appointment.ts";
import type { Span } from "../times/day-plan.ts";

/**
 * What a move writes beside the new slot: the start that the time had until now. `undefined` where it begins as before, for
 * another place, adviser or length is no other time for the client, and where there was no time yet.
 */
export const movedFromOf = (before: Span, after: Span): Instant | undefined =>
  before.start === after.start || before.end <= before.start ? undefined : before.start;

/** The start that an appointment was moved away from; `null` for one that is where it was, or was moved back. */
export const wasAt = ({
  slot,
  movedFrom,
}: Pick<Appointment, "slot" | "movedFrom">): Instant | null =>
  movedFrom === slot.start ? null : movedFrom;
