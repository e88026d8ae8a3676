import { encode } from "uqr";
import type { CalendarEvent } from "#domain/calendar/event.ts";
import { toCompactIcalendar } from "#domain/calendar/icalendar.ts";

/**
 * The largest code that is shown: a finer one is hard to read across a table. At the lowest level of error correction,
 * because a screen is neither torn nor stained, and every further level makes the squares smaller.
 */
const maxVersion = 15;
/** So many octets a code of version 15-L holds (ISO/IEC 18004:2015, table 7). */
const maxOctets = 520;
/** The white around a code, in squares (ISO/IEC 18004:2015, section 6.3.8). */
const quietZone = 4;

/** A code as it is drawn: dark squares as one path of an image of `size` by `size` squares, the white around included. */
export type QrDrawing = { readonly size: number; readonly path: string };

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

/** Draws the code of a text that {@link qrText} has made. */
export const drawQr = (text: string): QrDrawing => {
  const { data, size } = encode(text, { ecc: "L", boostEcc: true, maxVersion, border: quietZone });
  const path = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { size, path: path.join("") };
};

/** The dark stretches of a row, each by its start and length. */
const runsOf = (row: readonly boolean[]): [start: number, length: number][] => {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    if (!isDark) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
};
