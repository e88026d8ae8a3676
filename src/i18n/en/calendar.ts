import type { HolidayCode } from "#domain/availability/holidays.ts";
import type { calendar as finnish } from "../fi/calendar.ts";

const holidays: Record<HolidayCode, string> = {
  "new-year": "New Year’s Day",
  epiphany: "Epiphany",
  "good-friday": "Good Friday",
  easter: "Easter Day",
  "easter-monday": "Easter Monday",
  "may-day": "May Day",
  ascension: "Ascension Day",
  pentecost: "Whit Sunday",
  "midsummer-eve": "Midsummer Eve",
  midsummer: "Midsummer Day",
  "all-saints": "All Saints’ Day",
  independence: "Independence Day",
  "christmas-eve": "Christmas Eve",
  christmas: "Christmas Day",
  "boxing-day": "St Stephen’s Day",
};

export const calendar: typeof finnish = {
  holidays,
  absent: "Away",
  busy: "Another calendar",
  busyIn: (label) => `Another calendar: ${label}`,
  offHours: "Outside working hours",
  unsuitedTitle: "The time does not suit the working hours",
  unsuitedText: (why) => `${why}. You can still book it if you are sure.`,
};
