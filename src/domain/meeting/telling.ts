import type { Items } from "../fields/item-fields.ts";
import type { RecordId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import type { Appointment, Told } from "../kinds/appointment.ts";
import type { RosterClient } from "../kinds/roster.ts";

/** An appointment as far as telling people of it goes. */
export type Tellable = {
  readonly id: RecordId;
  readonly values: Pick<Appointment, "slot" | "status" | "told">;
};

/** One time, and to whom it is told: somebody of its roster, or with `null` the client whom it is for. */
export type Matter<T extends Tellable> = { readonly of: T; readonly attendee: RosterClient | null };

/** Who told, and when. */
export type Telling = { readonly by: string; readonly at: Instant };

/**
 * The last word to somebody about a time, if it was about the time as it is now; `null` for none. Whoever heard last that a
 * time is off does not know that it is on again, though somebody said so before.
 */
export const tellingOf = <T extends Tellable>({ of, attendee }: Matter<T>): Telling | null => {
  const { slot, status, told } = of.values;
  const last = lastOf(attendee === null ? told : attendee.told);
  if (last === null) return null;
  const [by, { start, status: said, at }] = last;
  return start === slot.start && said === status ? { by, at } : null;
};

const lastOf = (told: Items<Told>): [string, Told] | null => {
  let last: [string, Told] | null = null;
  for (const one of Object.entries(told)) {
    if (last === null || one[1].at > last[1].at) last = one;
  }
  return last;
};
