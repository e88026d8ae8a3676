import { expect, test } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";
import { askedOn, daysBetween, waitedInDays } from "#domain/meeting/waited.ts";

const day = (date: string) => date as LocalDate;

test("a wait lasts whole days by the calendar, also over a change of the clocks", () => {
  expect(waitedInDays(day("2026-11-16"), fromLocal(day("2026-11-26"), 9 * 60))).toBe(10);
  expect(waitedInDays(day("2026-10-24"), fromLocal(day("2026-10-26"), 30))).toBe(2);
  expect(daysBetween(day("2026-12-31"), day("2027-01-01"))).toBe(1);
});

test("whoever met before asking did not wait", () => {
  expect(waitedInDays(day("2026-11-26"), fromLocal(day("2026-11-20"), 9 * 60))).toBe(0);
});

test("a time that is written down afterwards was asked for on its day", () => {
  const today = day("2026-11-26");
  expect(askedOn(today, fromLocal(day("2026-11-20"), 9 * 60))).toBe("2026-11-20");
  expect(askedOn(today, fromLocal(day("2026-12-01"), 9 * 60))).toBe(today);
});
