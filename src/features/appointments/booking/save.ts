import type { Booking } from "#domain/times/booking.ts";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Sight } from "#store/sight.ts";
import type { Edit } from "#store/write.ts";

/** A known client whose number was corrected while booking. */
export type PhoneChange = {
  readonly sight: Sight;
  readonly phone: string;
  readonly before: string;
};

/** The edits of one booking, and the records that an undo has to take away again. */
export type BookingEdits = {
  readonly edits: readonly Edit[];
  readonly appointment: RecordId;
  readonly newClient: RecordId | null;
};

/** Builds the one save of a booking: a new client if there is one, a corrected number, the appointment. */
export const bookingEdits = (
  { newClient, appointment }: Booking,
  home: ScopeId,
  makeId: () => RecordId,
  phoneChange: PhoneChange | null,
): BookingEdits => {
  const id = makeId();
  const client = newClient === null ? null : makeId();
  const edits: Edit[] = [];
  if (newClient !== null && client !== null) {
    const fields = { ...newClient, note: "" };
    edits.push({ verb: "new", record: client, kind: clientKind.name, home, fields });
  }
  if (phoneChange !== null) {
    const { sight, phone } = phoneChange;
    edits.push({ verb: "set", sight, field: "phone", value: phone });
  }
  const fields = { ...appointment, client: client ?? appointment.client };
  edits.push({ verb: "new", record: id, kind: appointmentKind.name, home, fields });
  return { edits, appointment: id, newClient: client };
};
