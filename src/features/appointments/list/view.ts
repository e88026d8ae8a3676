import type { MemberId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { isLedBy, isStanding } from "#domain/kinds/appointment.ts";
import {
  type AppointmentRecord,
  type AppointmentRecords,
  byStart,
} from "#features/parts/times/appointment-view.ts";

/** How many rows are drawn before somebody asks for more: a screen or two, at once on any phone. */
export const pageSize = 50;
/** How many of them are in the first picture. */
export const firstRows = 12;

/** Times that are over or cancelled, the latest first. */
export const pastOrCancelled = (
  appointments: AppointmentRecords,
  from: Instant,
  adviser: MemberId | null,
): AppointmentRecord[] => {
  const found: AppointmentRecord[] = [];
  for (const record of appointments.values()) {
    const { slot } = record.values;
    if (adviser !== null && !isLedBy(record.values, adviser)) continue;
    if (slot.end <= from || !isStanding(record.values)) found.push(record);
  }
  return found.sort((one, other) => byStart(other, one));
};
