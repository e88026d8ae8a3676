import { describe, expect, test } from "vitest";
import {
  addMs,
  dayMs,
  hourMs,
  isInstant,
  isCalendarDay,
  isLocalDate,
  minuteMs,
  toInstant,
} from "#domain/instant.ts";
import { toLocal } from "#domain/local-time.ts";

test("a minute, an hour and a day are as long as they are", () => {
  expect([minuteMs, hourMs, dayMs]).toEqual([60_000, 3_600_000, 86_400_000]);
});

test("a moment may be shifted either way", () => {
  expect(addMs(toInstant(1_000), -1_500)).toBe(-500);
});

test("whole milliseconds of the years 1 to 9999 are moments", () => {
  for (const iso of ["0001-01-02T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-30T23:59:59.999Z"]) {
    expect(isInstant(Date.parse(iso))).toBe(true);
  }
});

test("every moment there can be has a local day of four digits, month and day", () => {
  for (const iso of ["0001-01-02T00:00:00Z", "9999-12-30T23:59:59.999Z"]) {
    expect(isLocalDate(toLocal(toInstant(Date.parse(iso))).date)).toBe(true);
  }
});

test.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  0.5,
  8_640_000_000_000_000,
  -8_640_000_000_000_000,
  Number.MAX_SAFE_INTEGER,
  Date.parse("0001-01-02T00:00:00Z") - 1,
  Date.parse("9999-12-30T23:59:59.999Z") + 1,
  "0",
  null,
  undefined,
  10n,
  [0],
  new Date(0),
])("%s is no moment", (value) => {
  expect(isInstant(value)).toBe(false);
});

describe("a calendar day", () => {
  test("exists as the calendar says", () => {
    for (const day of ["2026-11-26", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]) {
      expect(isLocalDate(day)).toBe(true);
    }
  });

  test.each([
    "2026-02-29",
    "1900-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-01-32",
    "26-01-01",
    "2026-1-1",
    "2026-01-01T00:00",
    " 2026-01-01",
    "2026-01-01\n",
    "20226-01-01",
    "٢٠٢٦-01-01",
    "",
    20_260_101,
    null,
    undefined,
    ["2026-01-01"],
  ])("is not %j", (value) => {
    expect(isLocalDate(value)).toBe(false);
  });
});

describe("a day that a time of work can be on", () => {
  test.each(["2000-01-01", "2026-02-28", "2099-12-31"])("is %s", (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });

  test.each(["0000-01-01", "0026-11-26", "1999-12-31", "2100-01-01", "9999-12-31", "2026-02-30"])(
    "is not %s",
    (day) => {
      expect(isCalendarDay(day)).toBe(false);
    },
  );
});
