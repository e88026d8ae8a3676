import { describe, expect, test } from "vitest";
import { type HolidayCode, holidayCodes, holidayOn } from "#domain/availability/holidays.ts";
import type { LocalDate } from "#domain/instant.ts";
import { addDays, weekdayOf } from "#domain/local-time.ts";

const years = Array.from({ length: 12 }, (_, index) => 2024 + index);

/** Easter Sundays as almanacs print them. */
const easters = [
  "2024-03-31",
  "2025-04-20",
  "2026-04-05",
  "2027-03-28",
  "2028-04-16",
  "2029-04-01",
  "2030-04-21",
  "2031-04-13",
  "2032-03-28",
  "2033-04-17",
  "2034-04-09",
  "2035-03-25",
] as LocalDate[];

const daysOf = (year: number): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let date = `${year}-01-01` as LocalDate; date < `${year + 1}`; date = addDays(date, 1)) {
    days.push(date);
  }
  return days;
};
const dayOf = (year: number, code: HolidayCode) =>
  daysOf(year).filter((date) => holidayOn(date) === code);

/** The only such weekday among the seven days from `first` on. */
const weekdayFrom = (weekday: number, first: string) =>
  Array.from({ length: 7 }, (_, index) => addDays(first as LocalDate, index)).filter(
    (date) => weekdayOf(date) === weekday,
  );

describe("the holidays of Finland from 2024 to 2035", () => {
  test("are fifteen a year, each once", () => {
    for (const year of years) {
      const found = daysOf(year).flatMap((date) => holidayOn(date) ?? []);
      expect([...found].sort()).toEqual([...holidayCodes].sort());
    }
  });

  test("have their fixed days", () => {
    const fixed: [HolidayCode, string][] = [
      ["new-year", "01-01"],
      ["epiphany", "01-06"],
      ["may-day", "05-01"],
      ["independence", "12-06"],
      ["christmas-eve", "12-24"],
      ["christmas", "12-25"],
      ["boxing-day", "12-26"],
    ];
    for (const year of years) {
      for (const [code, day] of fixed) expect(dayOf(year, code)).toEqual([`${year}-${day}`]);
    }
  });

  test("follow Easter: two days before, the day after, the fortieth and the fiftieth day", () => {
    for (const easter of easters) {
      const year = Number(easter.slice(0, 4));
      expect(dayOf(year, "easter")).toEqual([easter]);
      expect(dayOf(year, "good-friday")).toEqual([addDays(easter, -2)]);
      expect(dayOf(year, "easter-monday")).toEqual([addDays(easter, 1)]);
      expect(dayOf(year, "ascension")).toEqual([addDays(easter, 39)]);
      expect(dayOf(year, "pentecost")).toEqual([addDays(easter, 49)]);
      expect(weekdayOf(addDays(easter, 39))).toBe(4);
    }
  });

  test("have Midsummer on the Saturday of 20–26 June with its eve, All Saints on that of 31 October – 6 November", () => {
    for (const year of years) {
      expect(dayOf(year, "midsummer")).toEqual(weekdayFrom(6, `${year}-06-20`));
      expect(dayOf(year, "midsummer-eve")).toEqual(weekdayFrom(5, `${year}-06-19`));
      expect(dayOf(year, "all-saints")).toEqual(weekdayFrom(6, `${year}-10-31`));
    }
    expect(dayOf(2026, "all-saints")).toEqual(["2026-10-31"]);
    expect(dayOf(2027, "all-saints")).toEqual(["2027-11-06"]);
  });

  test("leave ordinary days alone, also those beside them", () => {
    const ordinary = ["2026-04-02", "2026-04-07", "2026-06-18", "2026-12-23", "2026-12-27"];
    for (const date of ordinary) expect(holidayOn(date as LocalDate)).toBeNull();
  });
});
