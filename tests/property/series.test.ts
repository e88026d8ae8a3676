import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { makeWorkZone } from "#domain/calendar/work-zone.ts";
import type { LocalDate } from "#domain/instant.ts";
import { addDays, fromLocal, toLocal, weekdayOf, workTimeZone } from "#domain/local-time.ts";
import { seriesDays } from "#domain/series/days.ts";
import { placedAt, placingOf, planTimes } from "#domain/series/plan.ts";
import { type Repeat, spanMaxDays, timesMax } from "#domain/series/repeat.ts";
import { ruleText, toRecur } from "#domain/series/rule.ts";
import { readVectors } from "../unit/domain/vectors.ts";

const date = fc
  .integer({ min: 0, max: 5 * 365 })
  .map((days) => addDays("2026-01-01" as LocalDate, days));
const weekday = fc.integer({ min: 1, max: 7 });
const rhythm = fc.oneof(
  fc.constant({ every: "day" as const }),
  fc.record({
    every: fc.constant("week" as const),
    weekdays: fc.uniqueArray(weekday, { minLength: 1 }),
  }),
  fc.record({
    every: fc.constant("month" as const),
    on: fc.oneof(
      fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({
        nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
        weekday,
      }),
    ),
  }),
);
const repeated = fc
  .record({
    rhythm,
    from: date,
    interval: fc.integer({ min: 1, max: 12 }),
    count: fc.option(fc.integer({ min: 1, max: timesMax })),
    days: fc.integer({ min: 0, max: spanMaxDays }),
  })
  .map(({ rhythm: how, from, interval, count, days }) => {
    const end = count === null ? { until: addDays(from, days) } : { count };
    return { repeat: { ...how, interval, end }, from };
  });

const weekOf = (day: LocalDate) =>
  (Date.parse(addDays(day, 1 - weekdayOf(day))) / 86_400_000 + 3) / 7;
const monthOf = (day: LocalDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Whether a day is one of the rule, day by day and without counting. */
const isDayOf = (repeat: Repeat, from: LocalDate, day: LocalDate): boolean => {
  const ahead = (Date.parse(day) - Date.parse(from)) / 86_400_000;
  switch (repeat.every) {
    case "day":
      return ahead % repeat.interval === 0;
    case "week":
      return (
        repeat.weekdays.includes(weekdayOf(day)) &&
        (weekOf(day) - weekOf(from)) % repeat.interval === 0
      );
    case "month": {
      if ((monthOf(day) - monthOf(from)) % repeat.interval !== 0) return false;
      const { on } = repeat;
      if ("day" in on) return Number(day.slice(8)) === on.day;
      if (weekdayOf(day) !== on.weekday) return false;
      return on.nth === -1
        ? addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
        : Math.ceil(Number(day.slice(8)) / 7) === on.nth;
    }
    default:
      return repeat satisfies never;
  }
};

const daysByHand = (repeat: Repeat, from: LocalDate): LocalDate[] => {
  const days: LocalDate[] = [];
  const { end } = repeat;
  const most = Math.min("count" in end ? end.count : timesMax, timesMax);
  for (let ahead = 0; ahead <= spanMaxDays && days.length < most; ahead += 1) {
    const day = addDays(from, ahead);
    if ("until" in end && day > end.until) break;
    if (isDayOf(repeat, from, day)) days.push(day);
  }
  return days;
};

/** Away from the hour that is skipped in spring and the one that comes twice in autumn. */
const minute = fc.integer({ min: 5 * 60, max: 22 * 60 });

describe("the days of a series", () => {
  test("are those of the rule, counted by hand", () => {
    fc.assert(
      fc.property(repeated, ({ repeat, from }) => {
        expect(seriesDays(repeat, from)).toEqual(daysByHand(repeat, from));
      }),
      { numRuns: 400 },
    );
  });

  test("are the same when the rule is read from its text, from the first of them on", () => {
    fc.assert(
      fc.property(repeated, ({ repeat, from }) => {
        const days = seriesDays(repeat, from);
        const [first] = days;
        if (first === undefined) return;
        const again = ICAL.Recur.fromString(ruleText(repeat)).iterator(
          ICAL.Time.fromDateString(first),
        );
        expect(days.map(() => again.next()?.toString())).toEqual(days);
      }),
      { numRuns: 200 },
    );
  });

  test("are those that another library finds", () => {
    const recorded = readVectors("series-days") as readonly {
      readonly rule: string;
      readonly from: string;
      readonly days: readonly string[];
    }[];
    for (const { rule, from, days } of recorded) {
      const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(from));
      expect(
        days.map(() => iterator.next()?.toString()),
        rule,
      ).toEqual(days);
    }
    expect(recorded.length).toBeGreaterThan(40);
  });
});

describe("the times of a series, 2026–2030", () => {
  test("are at the same time on the wall all the year round, whatever the clocks do", () => {
    fc.assert(
      fc.property(
        repeated,
        minute,
        fc.integer({ min: 5, max: 119 }),
        ({ repeat, from }, at, length) => {
          const first = { start: fromLocal(from, at), end: fromLocal(from, at + length) };
          const days = seriesDays(repeat, from);
          for (const [index, time] of planTimes(days, first).entries()) {
            expect(toLocal(time.start)).toEqual({ date: days[index], minute: at });
            expect(toLocal(time.end)).toEqual({ date: days[index], minute: at + length });
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test("are those that the library finds by the zone's rules", () => {
    const zone = new ICAL.Timezone({ component: makeWorkZone(), tzid: workTimeZone });
    fc.assert(
      fc.property(repeated, minute, ({ repeat, from }, at) => {
        const days = seriesDays(repeat, from);
        const [first] = days;
        if (first === undefined) return;
        const [year, month, day] = first.split("-").map(Number);
        const start = ICAL.Time.fromData(
          {
            year,
            month,
            day,
            hour: Math.floor(at / 60),
            minute: at % 60,
            second: 0,
            isDate: false,
          },
          zone,
        );
        const recur = toRecur(repeat);
        // A day that still counts does so to its end.
        if (recur.until !== null)
          recur.until = ICAL.Time.fromDateTimeString(`${String(recur.until)}T23:59:59`);
        const iterator = recur.iterator(start);
        const span = { start: fromLocal(first, at), end: fromLocal(first, at + 30) };
        expect(planTimes(days, span).map((time) => Number(time.start))).toEqual(
          days.map(() => iterator.next()?.toUnixTime() * 1_000),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("lie to another day as they lay to theirs", () => {
    fc.assert(
      fc.property(date, date, minute, fc.integer({ min: -30, max: 30 }), (one, other, at, days) => {
        const moved = addDays(one, days);
        const times = { start: fromLocal(moved, at), end: fromLocal(moved, at + 45) };
        const there = placedAt(placingOf(times, fromLocal(one, 600)), fromLocal(other, 600));
        expect(toLocal(there.start)).toEqual({ date: addDays(other, days), minute: at });
        expect(toLocal(there.end)).toEqual({ date: addDays(other, days), minute: at + 45 });
      }),
    );
  });
});
