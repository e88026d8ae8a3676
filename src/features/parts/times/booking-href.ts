import type { MemberId, RecordId } from "#domain/ids.ts";
import type { LocalDate } from "#domain/instant.ts";
import type { MinuteOfDay } from "#domain/local-time.ts";

/** What is chosen before a booking opens; `null` is left to the form. */
export type BookingStart = {
  readonly date: LocalDate;
  readonly minute: MinuteOfDay;
  readonly adviser: MemberId | null;
  readonly place: RecordId | null;
  readonly lengthInMinutes: number | null;
};

/** The address of a booking that begins with this. It names nobody: only ids. */
export const bookingHref = ({
  date,
  minute,
  adviser,
  place,
  lengthInMinutes,
}: BookingStart): string => {
  const query = new URLSearchParams({ date, minute: String(minute) });
  if (adviser !== null) query.set("adviser", adviser);
  if (place !== null) query.set("place", place);
  if (lengthInMinutes !== null) query.set("length", String(lengthInMinutes));
  return `/book?${query}`;
};
