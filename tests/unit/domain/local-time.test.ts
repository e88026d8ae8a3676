import { describe, expect, test } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { toInstant } from "#domain/instant.ts";
import {
  addDays,
  fromLocal,
  parseLocalDate,
  parseMinuteOfDay,
  toLocal,
  toLocalDate,
  weekdayOf,
} from "#domain/local-time.ts";
import { readVectors } from "./vectors.ts";

const date = (text: string) => text as LocalDate;

type Example = {
  readonly date: string;
  readonly time: string;
  readonly instant: string;
  readonly shows?: string;
};

describe("a clock on a Finnish wall", () => {
  for (const example of readVectors("local-times") as readonly Example[]) {
    test(`${example.date} ${example.time} is ${example.instant}`, () => {
      const instant = fromLocal(date(example.date), parseMinuteOfDay(example.time) ?? -1);
      expect(new Date(instant).toISOString()).toBe(example.instant.replace("Z", ".000Z"));
      expect(toLocal(instant)).toEqual({
        date: example.date,
        minute: parseMinuteOfDay(example.shows ?? example.time),
      });
    });
  }

  test("shows the second round of the hour that comes twice as that hour", () => {
    const second = toInstant(Date.parse("2026-10-25T01:30:00Z"));
    expect(toLocal(second)).toEqual({ date: "2026-10-25", minute: 3 * 60 + 30 });
  });

  test("leaves out seconds", () => {
    const late = toInstant(Date.parse("2026-01-15T21:59:59.999Z"));
    expect(toLocal(late)).toEqual({ date: "2026-01-15", minute: 23 * 60 + 59 });
    expect(toLocalDate(toInstant(late + 1))).toBe("2026-01-16");
  });
});

describe("days", () => {
  test("follow each other over months, years, leap days and changes of the clocks", () => {
    expect(addDays(date("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(date("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(date("2026-03-01"), -1)).toBe("2026-02-28");
    expect(addDays(date("2026-03-28"), 2)).toBe("2026-03-30");
    expect(addDays(date("2026-10-24"), 2)).toBe("2026-10-26");
    expect(addDays(date("2026-11-26"), 0)).toBe("2026-11-26");
    expect(addDays(date("2026-11-26"), 366)).toBe("2027-11-27");
  });

  test("have weekdays from Monday 1 to Sunday 7", () => {
    const week = Array.from({ length: 7 }, (_, day) => addDays(date("2026-11-23"), day));
    expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("a day is read as it is written", () => {
  const near = date("2026-11-26");
  test.each([
    ["26.11.2026", "2026-11-26"],
    ["1.2.2027", "2027-02-01"],
    ["01.02.2027", "2027-02-01"],
    ["26.11.", "2026-11-26"],
    ["1.2.", "2026-02-01"],
    [" 26.11.2026 ", "2026-11-26"],
    ["2026-11-26", "2026-11-26"],
    ["29.2.2028", "2028-02-29"],
  ])("%s", (text, day) => {
    expect(parseLocalDate(text, near)).toBe(day);
  });

  test("a missing year is the given one's, also where that has no such day", () => {
    expect(parseLocalDate("29.2.", date("2028-06-01"))).toBe("2028-02-29");
    expect(parseLocalDate("29.2.", near)).toBeNull();
  });

  test.each([
    "",
    "26.11",
    "26.11.26",
    "31.4.2026",
    "0.1.2026",
    "1.0.2026",
    "1.13.2026",
    "26/11/2026",
    "2026-13-01",
    "26.11.20260",
    "026.11.2026",
    "huomenna",
  ])("%j is none", (text) => {
    expect(parseLocalDate(text, near)).toBeNull();
  });
});

describe("a time of day is read as it is written", () => {
  test.each([
    ["9", 540],
    ["09", 540],
    ["9.30", 570],
    ["9:30", 570],
    ["09.30", 570],
    ["0930", 570],
    ["930", 570],
    ["0", 0],
    ["0.00", 0],
    ["23.59", 1439],
    [" 9.30 ", 570],
  ])("%s", (text, minute) => {
    expect(parseMinuteOfDay(text)).toBe(minute);
  });

  test.each([
    "",
    "24",
    "24.00",
    "9.60",
    "9.3",
    "9.",
    ".30",
    "9.300",
    "-9",
    "9,30",
    "klo 9",
    "93099",
  ])("%j is none", (text) => {
    expect(parseMinuteOfDay(text)).toBeNull();
  });

  test("every minute of the day, in every way of writing", () => {
    for (let minute = 0; minute < 1_440; minute += 1) {
      const hours = String(Math.floor(minute / 60));
      const minutes = String(minute % 60).padStart(2, "0");
      for (const mark of [".", ":", ""]) {
        expect(parseMinuteOfDay(`${hours}${mark}${minutes}`)).toBe(minute);
        expect(parseMinuteOfDay(`${hours.padStart(2, "0")}${mark}${minutes}`)).toBe(minute);
      }
    }
  });
});
