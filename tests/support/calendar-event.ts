import type { CalendarEvent } from "#domain/calendar/event.ts";
import { toInstant } from "#domain/instant.ts";

/** An event as a client takes it along: a Thursday morning in the workshop at Kuhmo. */
export const makeEvent = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "AAAAAAAAAAAAAAAAAAAAAA@appointment.katve",
  sequence: 3,
  at: toInstant(Date.parse("2026-11-20T12:00:00Z")),
  start: toInstant(Date.parse("2026-11-26T08:00:00Z")),
  end: toInstant(Date.parse("2026-11-26T08:45:00Z")),
  status: "confirmed",
  summary: "Sovittu tapaaminen",
  location: "Kuhmon kaupungin työpaja",
  description: "Tapaat: Aino Esimerkki",
  reminder: "Sovittu tapaaminen on huomenna",
  ...more,
});
