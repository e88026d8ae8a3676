import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makeWorkCalendar } from "#domain/availability/work-calendar.ts";
import { stretchesOn } from "#domain/availability/work-stretches.ts";
import { dayMs, hourMs, type LocalDate, minuteMs, toInstant } from "#domain/instant.ts";
import { addDays, fromLocal, toLocal, weekdayOf } from "#domain/local-time.ts";
import { offeredTimes } from "#domain/times/day-plan.ts";

/** Every day of 2024–2035 on which the clocks change, and the days beside them; none is a holiday but some Easter Days. */
const changes = Array.from({ length: 12 }, (_, index) => 2024 + index).flatMap((year) =>
  ["03-31", "10-31"].map((last) => {
    const end = `${year}-${last}` as LocalDate;
    return addDays(end, -(weekdayOf(end) % 7));
  }),
);
const date = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -1, max: 1 }))
  .map(([change, beside]) => addDays(change, beside));
const minute = fc.integer({ min: 0, max: 1440 });
const hours = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), minute, minute)
    .filter(([, from, until]) => from !== until)
    .map(([weekday, from, until]) => ({
      weekday,
      from: Math.min(from, until),
      until: Math.max(from, until),
      place: null,
    })),
  { minLength: 1, maxLength: 28 },
);

test("the days on which the clocks change have 23 or 25 hours", () => {
  const lengths = changes.map(
    (day) => (fromLocal(addDays(day, 1), 0) - fromLocal(day, 0)) / hourMs,
  );
  expect(new Set(lengths)).toEqual(new Set([23, 25]));
  expect(lengths).toHaveLength(24);
});

test("a day's stretches lie within it, one after the other, whatever the clocks do", () => {
  fc.assert(
    fc.property(date, hours, (day, written) => {
      let before = fromLocal(day, 0);
      for (const { start, end } of stretchesOn(day, written)) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(before).toBeLessThanOrEqual(fromLocal(addDays(day, 1), 0));
    }),
    { numRuns: 1_000 },
  );
});

test("a moment is worked when the wall clock shows a written hour, but in the hours that are skipped or come twice", () => {
  fc.assert(
    fc.property(date, hours, fc.integer({ min: 0, max: 24 * 60 - 1 }), (day, written, at) => {
      const moment = toInstant(fromLocal(day, 0) + at * minuteMs);
      const local = toLocal(moment);
      const isChanging = local.minute >= 2 * 60 && local.minute < 5 * 60;
      fc.pre(local.date === day && !isChanging);
      const isWritten = written.some(
        ({ weekday, from, until }) =>
          weekday === weekdayOf(day) && from <= local.minute && local.minute < until,
      );
      const stretches = stretchesOn(day, written);
      fc.pre(stretches.length > 0 || !isWritten);
      const isWorked = stretches.some(({ start, end }) => start <= moment && moment < end);
      expect(isWorked).toBe(isWritten);
    }),
    { numRuns: 1_000 },
  );
});

test("an offered time has its whole length within the hours, and shows the minute it says", () => {
  fc.assert(
    fc.property(date, hours, fc.integer({ min: 5, max: 240 }), (day, written, length) => {
      const work = makeWorkCalendar({ hours: written, absences: [], busy: [] });
      const stretches = work.stretchesOn(day);
      fc.pre(stretches.length > 0);
      const notBefore = toInstant(fromLocal(day, 0) - dayMs);
      for (const { minute: shown, span } of offeredTimes(day, length, [], notBefore, work)) {
        expect(span.end - span.start).toBe(length * minuteMs);
        expect(stretches.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(
          true,
        );
        expect(toLocal(span.start)).toEqual({ date: day, minute: shown });
      }
    }),
    { numRuns: 1_000 },
  );
});
