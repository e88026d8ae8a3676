import type { CalendarEvent } from "#domain/calendar/event.ts";
import { toCompactIcalendar } from "#domain/calendar/icalendar.ts";

/** So many octets the largest code that is drawn holds: version 15-L (ISO/IEC 18004:2015, table 7). */
const maxOctets = 520;
/** The text of an event's code: without the adviser's name where all does not fit, and then with the place cut short. */
export const qrText = (event: CalendarEvent): string => {
  const whole = toCompactIcalendar(event);
  if (isFitting(whole)) return whole;
  const letters = Array.from(event.location);
  for (let kept = letters.length; kept > 0; kept -= 1) {
    const location =
      kept === letters.length ? event.location : `${letters.slice(0, kept).join("").trimEnd()}…`;
    const shorter = toCompactIcalendar({ ...event, description: "", location });
    if (isFitting(shorter)) return shorter;
  }
  return toCompactIcalendar({ ...event, description: "", location: "" });
};

const isFitting = (text: string): boolean => new TextEncoder().encode(text).byteLength <= maxOctets;
