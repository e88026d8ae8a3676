import { easter } from "date-easter";
import { dayMs, type LocalDate } from "../instant.ts";
import { weekdayOf } from "../local-time.ts";

/** The days of the Finnish year on which nobody works though they may be weekdays. */
export const holidayCodes = [
  "new-year",
  "epiphany",
  "good-friday",
  "easter",
  "easter-monday",
  "may-day",
  "ascension",
  "pentecost",
  "midsummer-eve",
  "midsummer",
  "all-saints",
  "independence",
  "christmas-eve",
  "christmas",
  "boxing-day",
] as const;
export type HolidayCode = (typeof holidayCodes)[number];

const onFixedDay: ReadonlyMap<string, HolidayCode> = new Map([
  ["01-01", "new-year"],
  ["01-06", "epiphany"],
  ["05-01", "may-day"],
  ["12-06", "independence"],
  ["12-24", "christmas-eve"],
  ["12-25", "christmas"],
  ["12-26", "boxing-day"],
]);

/** By the days from Easter Sunday. */
const aroundEaster: ReadonlyMap<number, HolidayCode> = new Map([
  [-2, "good-friday"],
  [0, "easter"],
  [1, "easter-monday"],
  [39, "ascension"],
  [49, "pentecost"],
]);

const friday = 5;
const saturday = 6;

/** The one such weekday between two days of the year, both included. */
const onWeekday: readonly (readonly [HolidayCode, number, string, string])[] = [
  ["midsummer-eve", friday, "06-19", "06-25"],
  ["midsummer", saturday, "06-20", "06-26"],
  ["all-saints", saturday, "10-31", "11-06"],
];

/**
 * Which holiday of Finland a day is, or `null`. These are the days that the Annual Holidays Act (162/2005, section 4) does
 * not count as working days: church holidays, Independence Day, the eves of Christmas and Midsummer, the First of May; the
 * ordinary Saturdays and Sundays among them are left to the working week. Where two fall on one day, the one with a fixed date.
 */
export const holidayOn = (date: LocalDate): HolidayCode | null => {
  const monthDay = date.slice(5);
  const fixed = onFixedDay.get(monthDay);
  if (fixed !== undefined) return fixed;
  const moving = onWeekday.find(
    ([, weekday, first, last]) =>
      first <= monthDay && monthDay <= last && weekdayOf(date) === weekday,
  );
  return moving?.[0] ?? aroundEaster.get(daysFromEaster(date)) ?? null;
};

const daysFromEaster = (date: LocalDate): number => {
  const { year, month, day } = easter(Number(date.slice(0, 4)));
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(year, month - 1, day)) / dayMs;
};
