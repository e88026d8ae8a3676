import { describe, expect, test } from "vitest";
import { type HoursRow, parseDayHours, withDayHours } from "#domain/availability/hours-form.ts";
import { recordNamed } from "../edits.ts";

const row = (from: string, until: string, place: HoursRow["place"] = null): HoursRow => ({
  from,
  until,
  place,
});
const wrong = (...rows: readonly HoursRow[]) => {
  const parsed = parseDayHours(2, rows);
  return parsed.ok ? [] : parsed.failure.map(({ field, code }) => `${field} ${code}`);
};
const hours = (weekday: number, from: number, until: number) => ({
  weekday,
  from: from * 60,
  until: until * 60,
  place: null,
});

describe("the hours of a weekday as they are typed", () => {
  test("are read in whatever order, with their places", () => {
    const place = recordNamed("kuhmo");
    expect(parseDayHours(2, [row("12:30", "16"), row("8", "12.00", place)])).toEqual({
      ok: true,
      value: [
        { weekday: 2, from: 480, until: 720, place },
        { weekday: 2, from: 750, until: 960, place: null },
      ],
    });
  });

  test("may touch, and may be none", () => {
    expect(wrong(row("8", "12"), row("12", "16"))).toEqual([]);
    expect(wrong()).toEqual([]);
  });

  test("name each wrong field once", () => {
    expect(wrong(row("", "25"))).toEqual(["from.0 field.required", "until.0 time.invalid"]);
    expect(wrong(row("9", "9"))).toEqual(["until.0 slot.end_before_start"]);
    expect(wrong(row("11", "16"), row("8", "12"))).toEqual(["from.0 hours.overlap"]);
    expect(wrong(row("8", "16"), row("9", "10"), row("11", "12"))).toEqual([
      "from.1 hours.overlap",
      "from.2 hours.overlap",
    ]);
  });
});

describe("the week with other hours on a day", () => {
  test("keeps the usual hours of the other days while none are written", () => {
    const week = withDayHours([], [1], [hours(1, 9, 15)]);
    expect(week).toEqual([
      hours(1, 9, 15),
      ...[2, 3, 4, 5].map((weekday) => hours(weekday, 8, 17)),
    ]);
  });

  test("keeps the written hours of the other days, and can have a day without any", () => {
    const written = [hours(1, 8, 12), hours(3, 9, 10), hours(6, 10, 12)];
    expect(withDayHours(written, [1, 3], [hours(3, 13, 14)])).toEqual([
      hours(1, 13, 14),
      hours(3, 13, 14),
      hours(6, 10, 12),
    ]);
    expect(withDayHours(written, [6], [])).toEqual([hours(1, 8, 12), hours(3, 9, 10)]);
  });
});
