import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { addDays, fromLocal } from "#domain/local-time.ts";
import type { DaySight } from "#features/appointments/calendar/day-sight.ts";
import { drawDay, shownHours } from "#features/appointments/calendar/drawn-day.ts";
import { layOutLanes } from "#features/appointments/calendar/lanes.ts";
import { weekNumber, weekOf } from "#features/appointments/calendar/week.ts";

const extents = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 5, max: 120 }))
    .map(([from, length]) => ({ from, until: from + length })),
  { maxLength: 12 },
);

describe("what overlaps on a day", () => {
  it("is drawn in lanes of which no two things share a moment", () => {
    fc.assert(
      fc.property(extents, (all) => {
        const sorted = [...all].sort((one, other) => one.from - other.from);
        const lanes = layOutLanes(sorted, 30);
        expect(lanes).toHaveLength(sorted.length);
        for (const [index, one] of sorted.entries()) {
          const mine = lanes[index];
          expect(mine?.lane).toBeLessThan(mine?.lanes ?? 0);
          for (const [other, two] of sorted.slice(0, index).entries()) {
            const isBeside = Math.max(two.until, two.from + 30) > one.from;
            if (isBeside) expect(lanes[other]?.lane).not.toBe(mine?.lane);
            if (isBeside) expect(lanes[other]?.lanes).toBe(mine?.lanes);
          }
        }
      }),
    );
  });

  it("leaves its whole width to what stands alone", () => {
    const sorted = [
      { from: 0, until: 60 },
      { from: 30, until: 90 },
      { from: 90, until: 120 },
    ];
    expect(layOutLanes(sorted, 30)).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 1 },
    ]);
  });
});

const sightOf = (date: string, from: number, to: number): DaySight => {
  const day = date as LocalDate;
  const [start, end] = [fromLocal(day, from * 60), fromLocal(day, to * 60)];
  const items = [{ kind: "free" as const, start, end, place: null, held: null }];
  return { date: day, holiday: null, worked: [], items };
};

describe("a drawn day", () => {
  it("shows eight to five, and more where something is outside of it", () => {
    expect(shownHours([sightOf("2026-11-26", 9, 10)])).toEqual({ from: 480, until: 1020 });
    const early = sightOf("2026-11-26", 6.5, 7);
    const late = sightOf("2026-11-27", 18, 18.25);
    expect(shownHours([early, late])).toEqual({ from: 360, until: 1140 });
  });

  it("has things where the wall clock has them, also when the clocks change", () => {
    for (const date of ["2027-03-28", "2026-10-25", "2026-11-26"]) {
      const sight = sightOf(date, 9, 10);
      const [item] = drawDay(sight, { from: 480, until: 1020 }, 30).items;
      expect([item?.from, item?.until]).toEqual([540, 600]);
    }
  });

  it("cuts off at its ends what goes on over midnight", () => {
    const date = "2026-11-26" as LocalDate;
    const sight: DaySight = {
      ...sightOf(date, 9, 10),
      items: [
        { kind: "absence", start: fromLocal(addDays(date, -1), 0), end: fromLocal(date, 720) },
      ],
    };
    const [item] = drawDay(sight, { from: 480, until: 1020 }, 30).items;
    expect([item?.from, item?.until]).toEqual([480, 720]);
  });
});

describe("a week", () => {
  it("goes from Monday to Sunday", () => {
    expect(weekOf("2026-11-29" as LocalDate)).toEqual(
      ["23", "24", "25", "26", "27", "28", "29"].map((day) => `2026-11-${day}`),
    );
  });

  it("has the number that almanacs print", () => {
    const numbers: [string, number][] = [
      ["2026-11-26", 48],
      ["2026-01-01", 1],
      ["2026-12-31", 53],
      ["2027-01-03", 53],
      ["2027-01-04", 1],
      ["2024-12-30", 1],
    ];
    for (const [date, number] of numbers) expect(weekNumber(date as LocalDate)).toBe(number);
  });
});
