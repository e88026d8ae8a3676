import type { MemberId } from "#domain/ids.ts";
import type { BookingForm } from "#domain/times/booking.ts";
import type { MeetingForm } from "#domain/times/meeting.ts";

/** What the form of an appointment holds: a booking's fields, how many meet, and whose time it takes. */
export type AppointmentForm = BookingForm & MeetingForm & { readonly adviser: string };

/** Whose time the form takes. */
export const adviserOf = ({ adviser }: Pick<AppointmentForm, "adviser">): MemberId | null =>
  adviser === "" ? null : (adviser as MemberId);
