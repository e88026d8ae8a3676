import type { Instant } from "#domain/instant.ts";
import { type Appointment, isLedBy, isStanding } from "#domain/kinds/appointment.ts";
import {
  type AppointmentRecord,
  type AppointmentRecords,
  byStart,
} from "#features/parts/times/appointment-view.ts";
import type { Subject } from "./subject.ts";

/** How many rows are drawn before somebody asks for more: a screen or two, at once on any phone. */
export const pageSize = 50;
/** How many of them are in the first picture. */
export const firstRows = 12;

/** Whether an appointment is one of the subject's: led by the adviser, alone or with others, or at the place. */
export const isOfSubject = (
  values: Pick<Appointment, "slot" | "coLeaders">,
  subject: Subject,
): boolean => {
  switch (subject.kind) {
    case "adviser":
      return isLedBy(values, subject.adviser);
    case "place":
      return values.slot.place === subject.place;
    case "team":
      return true;
    default:
      return subject satisfies never;
  }
};

/** Times that are over or cancelled, the latest first. */
export const pastOrCancelled = (
  appointments: AppointmentRecords,
  from: Instant,
  subject: Subject,
): AppointmentRecord[] => {
  const found: AppointmentRecord[] = [];
  for (const record of appointments.values()) {
    if (!isOfSubject(record.values, subject)) continue;
    if (record.values.slot.end <= from || !isStanding(record.values)) found.push(record);
  }
  return found.sort((one, other) => byStart(other, one));
};
