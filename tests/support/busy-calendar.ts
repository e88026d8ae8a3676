import { readBusy } from "#domain/busy/read-busy.ts";
import type { Span } from "#domain/kinds/absence.ts";

/** The rules of the work's time zone under any name, as calendars bring them. */
export const zoneLines = (tzid: string): readonly string[] => [
  "BEGIN:VTIMEZONE",
  `TZID:${tzid}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0300",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T040000",
  "TZOFFSETFROM:+0300",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** A calendar of these lines. */
export const calendarOf = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", ...lines, "END:VCALENDAR", ""].join("\r\n");

/** An entry of these lines; its UID is 1 unless they say another. */
export const eventOf = (...lines: readonly string[]): readonly string[] => [
  "BEGIN:VEVENT",
  ...(lines.some((line) => line.startsWith("UID")) ? [] : ["UID:1"]),
  "SUMMARY:Salainen hammaslääkäri",
  ...lines,
  "END:VEVENT",
];

/** What a calendar says of busy times; throws when it is not read. */
export const readCalendar = (text: string, window: Span) => {
  const read = readBusy(text, window);
  if (!read.ok) throw new Error(read.failure);
  return read.value;
};

/** A stretch of time in UTC, to the minute: `2026-12-01T08:00/2026-12-01T09:00`. */
export const spanWords = ({ start, end }: Span): string =>
  `${new Date(start).toISOString().slice(0, 16)}/${new Date(end).toISOString().slice(0, 16)}`;
