import { describe, expect, test } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { seriesDays } from "#domain/series/days.ts";
import {
  monthChoicesOn,
  noRepeat,
  parseRepeat,
  type RepeatForm,
} from "#domain/series/repeat-form.ts";
import { ruleText } from "#domain/series/rule.ts";
import { expectOk } from "../../../support/result.ts";

const thursday = "2026-11-26" as LocalDate;
const repeatOf = (form: Partial<RepeatForm>, from = thursday) => {
  const repeat = expectOk(parseRepeat({ ...noRepeat, ...form }, from));
  if (repeat === null) throw new Error("nothing repeats");
  return repeat;
};
const daysOf = (form: Partial<RepeatForm>, from = thursday) =>
  seriesDays(repeatOf(form, from), from);

describe("the form for what repeats", () => {
  test("says nothing until somebody chooses how often", () => {
    expect(parseRepeat(noRepeat, thursday)).toEqual({ ok: true, value: null });
  });

  test("repeats weekly on the first day's weekday, or on those that are chosen", () => {
    expect(daysOf({ every: "week", count: "3" })).toEqual([
      "2026-11-26",
      "2026-12-03",
      "2026-12-10",
    ]);
    expect(daysOf({ every: "week", count: "4", weekdays: [2, 1], interval: 2 })).toEqual([
      "2026-12-07",
      "2026-12-08",
      "2026-12-21",
      "2026-12-22",
    ]);
  });

  test("repeats daily until a day that still counts", () => {
    expect(daysOf({ every: "day", ends: "until", until: "2026-11-28" })).toHaveLength(3);
    expect(daysOf({ every: "day", interval: 5, count: "2" })).toEqual(["2026-11-26", "2026-12-01"]);
  });

  test("repeats monthly by the number of the day, by its weekday, or by the last such", () => {
    expect(daysOf({ every: "month", month: "day", count: "2" })).toEqual([
      "2026-11-26",
      "2026-12-26",
    ]);
    expect(daysOf({ every: "month", month: "nth", count: "3" })).toEqual([
      "2026-11-26",
      "2026-12-24",
      "2027-01-28",
    ]);
    expect(daysOf({ every: "month", month: "last", count: "3" })).toEqual([
      "2026-11-26",
      "2026-12-31",
      "2027-01-28",
    ]);
  });

  test("leaves a month out that has no such day, and takes a fifth weekday for the last", () => {
    const last = "2026-12-31" as LocalDate;
    expect(daysOf({ every: "month", month: "day", count: "3" }, last)).toEqual([
      "2026-12-31",
      "2027-01-31",
      "2027-03-31",
    ]);
    expect(monthChoicesOn(last)).toEqual(["day", "last"]);
    expect(monthChoicesOn("2026-11-19" as LocalDate)).toEqual(["day", "nth"]);
    expect(ruleText(repeatOf({ every: "month", month: "nth", count: "3" }, last))).toContain(
      "BYDAY=-1TH",
    );
  });

  test("is kept as a rule that other programs read", () => {
    const rules = [
      repeatOf({ every: "day", count: "5" }),
      repeatOf({ every: "week", weekdays: [5, 1], interval: 2, count: "5" }),
      repeatOf({ every: "month", month: "nth", ends: "until", until: "2027-11-26" }),
      repeatOf({ every: "month", month: "day", count: "5" }),
    ].map(ruleText);
    expect(rules).toEqual([
      "FREQ=DAILY;COUNT=5",
      "FREQ=WEEKLY;COUNT=5;INTERVAL=2;BYDAY=MO,FR",
      "FREQ=MONTHLY;BYDAY=4TH;UNTIL=20271126",
      "FREQ=MONTHLY;COUNT=5;BYMONTHDAY=26",
    ]);
  });

  test("takes no more than 104 times and two years", () => {
    expect(daysOf({ every: "day", ends: "until", until: "2028-11-26" })).toHaveLength(104);
    const monthly = daysOf({ every: "month", month: "day", count: "104" });
    expect([monthly.length, monthly.at(-1)]).toEqual([25, "2028-11-26"]);
    expect(daysOf({ every: "week", weekdays: [1, 3], count: "104" })).toHaveLength(104);
  });

  test.each([
    [{ weekdays: [] }, "weekdays", "field.required"],
    [{ count: "" }, "count", "field.required"],
    [{ count: "0" }, "count", "field.value_invalid"],
    [{ count: "105" }, "count", "field.value_invalid"],
    [{ count: "3,5" }, "count", "field.value_invalid"],
    [{ ends: "until", until: "" }, "until", "field.required"],
    [{ ends: "until", until: "2026-11-25" }, "until", "date.invalid"],
    [{ ends: "until", until: "2028-11-27" }, "until", "date.invalid"],
    [{ ends: "until", until: "2026-02-30" }, "until", "date.invalid"],
  ] as const)("tells what is wrong with %j", (wrong, field, code) => {
    const form: RepeatForm = { ...noRepeat, every: "week", ...wrong };
    expect(parseRepeat(form, thursday)).toEqual({ ok: false, failure: [{ field, code }] });
  });
});
