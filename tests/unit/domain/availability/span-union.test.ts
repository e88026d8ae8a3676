import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  firstEndingAfter,
  gapsIn,
  isTouching,
  isWithin,
  touchingOf,
  unionOf,
} from "#domain/availability/span-union.ts";
import { toInstant } from "#domain/instant.ts";

const span = (start: number, end: number) => ({ start: toInstant(start), end: toInstant(end) });
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 8 }))
    .map(([start, length]) => span(start, start + length)),
  { maxLength: 12 },
);
const whole = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => span(start, start + length));
/** Which of the moments 0–60 something covers. */
const covered = (all: readonly { readonly start: number; readonly end: number }[]) =>
  Array.from({ length: 60 }, (_, at) => all.some(({ start, end }) => start <= at && at < end));

describe("stretches of time put together", () => {
  test("cover what each of them covered, in order and apart from each other", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const union = unionOf(all);
        expect(covered(union)).toEqual(covered(all));
        for (const [index, one] of union.entries()) {
          expect(one.start).toBeLessThan(one.end);
          const next = union[index + 1];
          if (next !== undefined) expect(one.end).toBeLessThan(next.start);
        }
      }),
    );
  });

  test("and what they leave of a time make that time up", () => {
    fc.assert(
      fc.property(spans, whole, (all, time) => {
        const inTime = covered([time]);
        const taken = covered(all);
        const gaps = covered(gapsIn(time, unionOf(all)));
        expect(gaps).toEqual(inTime.map((isIn, at) => isIn && taken[at] === false));
      }),
    );
  });

  test("touch a time where a moment of it is covered, and hold it where all are", () => {
    fc.assert(
      fc.property(spans, whole, (all, time) => {
        const moments = covered(all).slice(time.start, time.end);
        expect(isTouching(unionOf(all), time)).toBe(moments.includes(true));
        expect(isWithin(unionOf(all), time)).toBe(!moments.includes(false));
      }),
    );
  });

  test("are those of a time that share a moment with it", () => {
    fc.assert(
      fc.property(spans, whole, (all, time) => {
        const union = unionOf(all);
        const touching = union.filter(({ start, end }) => start < time.end && end > time.start);
        expect(touchingOf(union, time)).toEqual(touching);
      }),
    );
  });

  test("are found by when they end", () => {
    const union = unionOf([span(1, 3), span(5, 6), span(8, 9)]);
    expect([0, 2, 3, 5, 6, 9].map((at) => firstEndingAfter(union, toInstant(at)))).toEqual([
      0, 0, 1, 1, 2, 3,
    ]);
  });
});
