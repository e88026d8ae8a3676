import type { RecordId } from "#domain/ids.ts";
import type { AppointmentForm } from "#features/parts/appointment-form/appointment-form.ts";

/** Somebody on the roster of a meeting that is being booked: a known client, or a new one by name. */
export type RosterPerson = { readonly client: RecordId | null; readonly name: string };

/** What the booking form holds: `rosterName` is a name that is typed and not yet put on the roster. */
export type BookingFields = AppointmentForm & {
  readonly roster: readonly RosterPerson[];
  readonly rosterName: string;
};

/** The roster as it is booked. A name that is still in its field is meant to be on it. */
export const bookedRoster = ({
  roster,
  rosterName,
}: Pick<BookingFields, "roster" | "rosterName">): readonly RosterPerson[] => {
  const name = rosterName.trim();
  return name === "" ? roster : [...roster, { client: null, name }];
};
