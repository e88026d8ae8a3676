import type { Booking } from "#domain/times/booking.ts";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Fields } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Sight } from "#store/sight.ts";
import type { Edit } from "#store/write.ts";
import { attendanceEdit } from "#features/parts/appointment-form/roster-edits.ts";
import type { RosterPerson } from "./booking-form.ts";

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
  readonly newClients: readonly RecordId[];
  readonly attendances: readonly RecordId[];
  /** The other times of a series, and the series itself. */
  readonly repeats: readonly RecordId[];
};

/** Builds the one save of a booking: new clients, a corrected number, the appointment, and who is on its roster. */
export const bookingEdits = (
  { newClient, appointment }: Booking,
  roster: readonly RosterPerson[],
  home: ScopeId,
  makeId: () => RecordId,
  phoneChange: PhoneChange | null,
): BookingEdits => {
  const id = makeId();
  const edits: Edit[] = [];
  const newClients: RecordId[] = [];
  const makeClient = (fields: Fields): RecordId => {
    const record = makeId();
    newClients.push(record);
    edits.push({ verb: "new", record, kind: clientKind.name, home, fields });
    return record;
  };
  const client = newClient === null ? null : makeClient({ ...newClient, note: "" });
  if (phoneChange !== null) {
    const { sight, phone } = phoneChange;
    edits.push({ verb: "set", sight, field: "phone", value: phone });
  }
  const fields = { ...appointment, client: client ?? appointment.client };
  edits.push({ verb: "new", record: id, kind: appointmentKind.name, home, fields });
  const { language } = appointment;
  const attendances = roster.map((person) => {
    const record = makeId();
    const one = person.client ?? makeClient({ name: person.name, phone: "", language, note: "" });
    edits.push(attendanceEdit(record, home, id, one));
    return record;
  });
  return { edits, appointment: id, newClients, attendances, repeats: [] };
};
