import ICAL from "ical.js";
import { toInstant } from "../instant.ts";
import { toLocalDate } from "../local-time.ts";
import { momentOf, wallTimeOf } from "./calendar-clock.ts";

/**
 * Reads what names a time of a series on the clock that the series itself goes by, so that both can be compared: calendars
 * write an exception in UTC, in another zone, or as a day where the series has times, and the other way round.
 */
export type SeriesClock = {
  /** The time on the series' own clock, a day in a series of whole days; `null` for what is no time. `tzid` is the zone it names. */
  read(time: ICAL.Time, tzid: string | null): ICAL.Time | null;
};

/** The clock of the series that begins at `start`, whose zone is named `tzid`. */
export const makeSeriesClock = (start: ICAL.Time, tzid: string | null): SeriesClock => {
  const { localTimezone, utcTimezone } = ICAL.Timezone;
  const isFloating = (time: ICAL.Time) => !time.isDate && time.zone === localTimezone;

  const onWall = (asIfUtc: number): ICAL.Time => {
    const time = ICAL.Time.fromJSDate(new Date(asIfUtc), true);
    time.zone = localTimezone;
    return time;
  };
  const readDay = (time: ICAL.Time, zone: string | null): ICAL.Time | null => {
    const moment = momentOf(time, zone);
    if (moment === null) return null;
    // Midnight in UTC is a moment of the day before or after; midnight on a wall is that day.
    const isUtc = !time.isDate && time.zone === utcTimezone;
    return isUtc
      ? ICAL.Time.fromDateString(toLocalDate(moment))
      : ICAL.Time.fromData({ year: time.year, month: time.month, day: time.day, isDate: true });
  };

  return {
    read(time, zone) {
      if (start.isDate) return readDay(time, zone);
      const isOwn = time.isDate || (isFloating(time) && zone === null);
      if (isOwn) {
        const own = time.isDate ? start.clone() : time.clone();
        [own.year, own.month, own.day] = [time.year, time.month, time.day];
        own.zone = start.zone;
        return own;
      }
      const moment = momentOf(time, zone);
      if (moment === null) return null;
      return isFloating(start)
        ? onWall(wallTimeOf(toInstant(moment), tzid))
        : ICAL.Time.fromJSDate(new Date(moment), true).convertToZone(start.zone);
    },
  };
};
