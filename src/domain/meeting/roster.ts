import type { RecordId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import { type Appointment, isStanding } from "../kinds/appointment.ts";
import type { Attendance } from "../kinds/attendance.ts";

/** Somebody of a roster, once however often two devices have put the same client on it: the lowest record counts everywhere. */
export type Attendee = {
  readonly record: RecordId;
  readonly client: RecordId;
  readonly came: string;
  readonly minutes: number | null;
};

type AttendanceRecord = { readonly id: RecordId; readonly values: Attendance };
type BookedRecord = {
  readonly id: RecordId;
  readonly values: Pick<Appointment, "client" | "follows" | "slot" | "status">;
};

/** Who is on the roster of an appointment. */
export const attendeesOf = (
  attendances: Iterable<AttendanceRecord>,
  appointment: RecordId,
): Attendee[] => {
  const attendees = new Map<RecordId, Attendee>();
  for (const { id, values } of attendances) {
    const { client, came, minutes } = values;
    if (values.appointment !== appointment || client === null) continue;
    const known = attendees.get(client);
    if (known !== undefined && known.record < id) continue;
    attendees.set(client, { record: id, client, came, minutes });
  }
  return [...attendees.values()];
};

/**
 * The own time that each client of a group has: the first one that goes on from the group, or else the first coming one of
 * any kind. Whoever has none is not among them.
 */
export const followUpsOf = <T extends BookedRecord>(
  appointments: Iterable<T>,
  group: RecordId,
  now: Instant,
): Map<RecordId, T> => {
  const found = new Map<RecordId, T>();
  for (const one of appointments) {
    const { client, slot, follows } = one.values;
    const isOfGroup = follows === group;
    if (client === null || one.id === group || !isStanding(one.values)) continue;
    if (!isOfGroup && slot.start <= now) continue;
    const known = found.get(client);
    if (known === undefined || isBefore(one, known, group)) found.set(client, one);
  }
  return found;
};

const isBefore = (one: BookedRecord, other: BookedRecord, group: RecordId): boolean => {
  const [isOfGroup, wasOfGroup] = [one.values.follows === group, other.values.follows === group];
  if (isOfGroup !== wasOfGroup) return isOfGroup;
  return one.values.slot.start < other.values.slot.start;
};
