import { expect, test } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { addMs, minuteMs } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";
import { placedAt, placingOf, planTimes } from "#domain/series/plan.ts";
import { slotMaxMs, slotMinMs } from "#domain/times/slot.ts";
import type { SlotTimes } from "#domain/times/booking.ts";

const day = (date: string) => date as LocalDate;
const changes = ["2027-03-28", "2027-10-31"].map(day);
const isWritable = ({ start, end }: SlotTimes) =>
  end - start >= slotMinMs && end - start <= slotMaxMs;

test("every time of a series can be written, whichever hour of the night the clocks skip or say twice", () => {
  for (let from = 0; from < 24 * 60; from += 5) {
    for (const length of [5, 30, 60, 240, 24 * 60 - 5, 24 * 60]) {
      const start = fromLocal(day("2027-01-12"), from);
      const first = { start, end: addMs(start, length * minuteMs) };
      const placing = placingOf(first, start);
      const placed = changes.map((date) => placedAt(placing, fromLocal(date, from)));
      const all = [...planTimes(changes, first), ...placed];
      expect(all.filter((time) => !isWritable(time))).toEqual([]);
    }
  }
});

test("a half hour in the hour that is skipped begins when the clocks are past it, and stays a half hour", () => {
  const first = {
    start: fromLocal(day("2027-03-21"), 210),
    end: fromLocal(day("2027-03-21"), 240),
  };
  const [time] = planTimes(changes, first);
  const start = fromLocal(day("2027-03-28"), 270);
  expect(time).toEqual({ date: "2027-03-28", start, end: addMs(start, 30 * minuteMs) });
});
