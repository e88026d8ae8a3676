import { tzOffset } from "@date-fns/tz";
import ICAL from "ical.js";
import { dayMs, type Instant, type LocalDate, minuteMs, toInstant } from "../instant.ts";
import { fromLocal, workTimeZone } from "../local-time.ts";

/**
 * The moment that a time of a calendar names, in milliseconds; `null` for what is no moment. A day begins at midnight where
 * the work is done. A time of a zone whose rules the calendar brings, or in UTC, is read by those; one of a zone that it
 * only names (`tzid`) by the platform's rules for that name; one of no zone, or of a name nobody knows, is a time on the
 * wall where the work is done.
 */
export const momentOf = (time: ICAL.Time, tzid: string | null): Instant | null => {
  const { year, month, day, hour, minute, second } = time;
  const asIfUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  if (Number.isNaN(asIfUtc) || year < 1 || year > 9_998) return null;
  if (!time.isDate && time.zone !== ICAL.Timezone.localTimezone) {
    return toInstant(time.toUnixTime() * 1_000);
  }
  if (!time.isDate && tzid !== null && isKnownZone(tzid)) return inZone(asIfUtc, tzid);
  const date = new Date(asIfUtc).toISOString().slice(0, 10) as LocalDate;
  return time.isDate ? fromLocal(date, 0) : fromLocal(date, hour * 60 + minute);
};

/** What a clock of the named zone shows at a moment, as if it were UTC; one of no zone, or of a name nobody knows, hangs where the work is done. */
export const wallTimeOf = (at: Instant, tzid: string | null): number => {
  const zone = tzid !== null && isKnownZone(tzid) ? tzid : workTimeZone;
  return at + tzOffset(zone, new Date(at)) * minuteMs;
};

const isKnownZone = (tzid: string): boolean => !Number.isNaN(tzOffset(tzid, new Date(0)));

/** Around a change of the clocks the offset of half a day before counts, unless it does not lead back to the time on the wall. */
const inZone = (asIfUtc: number, tzid: string): Instant => {
  const offsetMs = (at: number) => tzOffset(tzid, new Date(at)) * minuteMs;
  const early = asIfUtc - offsetMs(asIfUtc - dayMs / 2);
  const late = asIfUtc - offsetMs(asIfUtc + dayMs / 2);
  return toInstant(early + offsetMs(early) === asIfUtc ? early : late);
};
