import { describe, expect, test } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { fromLocal, toLocal } from "#domain/local-time.ts";
import { type Busy, type Held, nearestFreeTimes } from "#domain/times/nearest-times.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const thursday = "2026-11-26";
const kuhmo = recordNamed("kuhmo");
const kajaani = recordNamed("kajaani");
const at = (date: string, time: string) => {
  const [hour = 0, minute = 0] = time.split(".").map(Number);
  return fromLocal(date as LocalDate, hour * 60 + minute);
};
const busy = (from: string, to: string, place = kuhmo, date = thursday): Busy => ({
  start: at(date, from),
  end: at(date, to),
  place,
});
const slot = (from: string, to: string, date = thursday) => ({
  ...busy(from, to, kuhmo, date),
  adviser: memberNamed("aino"),
});
const nothing: Held = { slots: [], isInTheWay: () => false };
const longAgo = at("2026-11-01", "8.00");
const written = (spans: readonly { readonly start: ReturnType<typeof at> }[]) =>
  spans.map(({ start }) => {
    const { date, minute } = toLocal(start);
    const time = `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, "0")}`;
    return date === thursday ? time : `${date} ${time}`;
  });

describe("the nearest free times", () => {
  test("lie before and after, nearest first, and do not overlap each other", () => {
    const taken = [busy("10.00", "11.00")];
    expect(written(nearestFreeTimes(slot("10.00", "10.45"), taken, nothing, longAgo, 4))).toEqual([
      "9.15",
      "11.00",
      "8.30",
      "11.45",
    ]);
  });

  test("keep their length over half an hour's gap, and are never in the past", () => {
    const taken = [busy("9.00", "11.00"), busy("11.30", "12.00")];
    expect(
      written(nearestFreeTimes(slot("10.00", "10.45"), taken, nothing, at(thursday, "9.30"), 2)),
    ).toEqual(["12.00", "12.45"]);
  });

  test("go on to the days around when the day is full, and leave Saturday and Sunday out", () => {
    const friday = "2026-11-27";
    const days = [busy("8.00", "17.00"), busy("8.00", "17.00", kuhmo, friday)];
    const found = nearestFreeTimes(slot("10.00", "11.00"), days, nothing, at(thursday, "8.00"), 2);
    expect(written(found)).toEqual(["2026-11-30 8.00", "2026-11-30 9.00"]);
  });

  test("prefer a time at the same place to one between two journeys", () => {
    const taken = [
      busy("8.00", "9.00", kajaani),
      busy("10.00", "11.00"),
      busy("12.00", "13.00"),
      busy("13.00", "14.00"),
    ];
    // 9.00 and 11.00 are equally far away; before the first lies a drive.
    expect(written(nearestFreeTimes(slot("10.00", "11.00"), taken, nothing, longAgo, 2))).toEqual([
      "11.00",
      "9.00",
    ]);
  });

  test("may be in the evening for what was agreed for the evening", () => {
    const found = nearestFreeTimes(
      slot("18.00", "19.00"),
      [busy("18.00", "18.30")],
      nothing,
      at(thursday, "17.00"),
      2,
    );
    expect(written(found)).toEqual(["17.00", "2026-11-27 8.00"]);
  });

  test("are never the present one, also when nothing that is seen is in its way", () => {
    const found = nearestFreeTimes(slot("10.00", "10.45"), [], nothing, longAgo, 3);
    expect(written(found)).toEqual(["9.45", "10.30", "9.00"]);
  });

  test("lie outside of what is held, or where it gives them out, and count the way to it", () => {
    const stand = busy("9.00", "12.00", kajaani);
    const held: Held = {
      slots: [stand],
      isInTheWay: (span) => isOverlapping(span, stand) && span.start !== at(thursday, "11.00"),
    };
    const found = nearestFreeTimes(slot("10.00", "11.00"), [], held, longAgo, 3);
    // 8.00 is as far away by the clock as 12.00, both with a drive.
    expect(written(found)).toEqual(["11.00", "8.00", "12.00"]);
  });

  test("are none when nothing is free", () => {
    const always = [{ start: longAgo, end: at("2026-12-31", "8.00"), place: kuhmo }];
    expect(nearestFreeTimes(slot("10.00", "11.00"), always, nothing, longAgo, 4)).toEqual([]);
  });
});
