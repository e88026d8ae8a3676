import { describe, expect, test } from "vitest";
import { makeWorkCalendar, usualCalendar } from "#domain/availability/work-calendar.ts";
import { stretchesOn } from "#domain/availability/work-stretches.ts";
import type { LocalDate } from "#domain/instant.ts";
import type { WorkingHours } from "#domain/kinds/adviser.ts";
import { fromLocal, toLocal } from "#domain/local-time.ts";
import { firstFreeTime, offeredTimes } from "#domain/times/day-plan.ts";
import { nearestFreeTimes } from "#domain/times/nearest-times.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const thursday = "2026-11-26" as LocalDate;
const friday = "2026-11-27" as LocalDate;
const kuhmo = recordNamed("kuhmo");
const kajaani = recordNamed("kajaani");
const span = (from: number, to: number, date = thursday) => ({
  start: fromLocal(date, from * 60),
  end: fromLocal(date, to * 60),
});
const hours = (
  weekday: number,
  from: number,
  until: number,
  place = null as WorkingHours["place"],
) => ({
  weekday,
  from: from * 60,
  until: until * 60,
  place,
});
/** Thursdays 9–12 in Kuhmo and 13–15 anywhere, Fridays 10–14. */
const written = [hours(4, 13, 15), hours(4, 9, 12, kuhmo), hours(5, 10, 14)];
const made = makeWorkCalendar({
  hours: written,
  absences: [span(10, 11, friday)],
  busy: [{ label: "Outlook", spans: [span(13, 14), span(13.5, 14)] }],
});

describe("the hours of a day", () => {
  test("are the written ones in their order, each with its place", () => {
    expect(made.stretchesOn(thursday)).toEqual([
      { ...span(9, 12), place: kuhmo },
      { ...span(13, 15), place: null },
    ]);
    expect(made.stretchesOn("2026-11-30" as LocalDate)).toEqual([]);
  });

  test("are eight to five from Monday to Friday where none are written", () => {
    expect(usualCalendar.stretchesOn(thursday)).toEqual([{ ...span(8, 17), place: null }]);
    expect(usualCalendar.stretchesOn("2026-11-28" as LocalDate)).toEqual([]);
  });

  test("are none on a holiday, written or not", () => {
    const epiphany = "2027-01-06" as LocalDate;
    expect(usualCalendar.stretchesOn(epiphany)).toEqual([]);
    expect(stretchesOn(epiphany, [hours(3, 9, 12)])).toEqual([]);
  });

  test("that overlap keep the earlier one's place and lose no time", () => {
    expect(stretchesOn(thursday, [hours(4, 11, 14, kajaani), hours(4, 9, 12, kuhmo)])).toEqual([
      { ...span(9, 12), place: kuhmo },
      { ...span(12, 14), place: kajaani },
    ]);
  });
});

describe("what speaks against a time", () => {
  test("is a holiday, an absence, another calendar or the hours, in this order", () => {
    const eve = "2026-12-24" as LocalDate;
    expect(made.obstacle(span(9, 10, eve))).toEqual({ kind: "holiday", holiday: "christmas-eve" });
    expect(made.obstacle(span(10.5, 11.5, friday))).toEqual({ kind: "absence" });
    expect(made.obstacle(span(13.5, 14.5))).toEqual({ kind: "busy", label: "Outlook" });
    expect(made.obstacle(span(11.5, 12.5))).toEqual({ kind: "off-hours" });
  });

  test("is nothing inside the hours, touching what is beside them", () => {
    expect(made.obstacle(span(9, 12))).toBeNull();
    expect(made.obstacle(span(14, 15))).toBeNull();
    expect(made.obstacle(span(11, 14, friday))).toBeNull();
  });

  test("is not the hour of a day when no hours are written", () => {
    expect(usualCalendar.obstacle(span(20, 21))).toBeNull();
    expect(usualCalendar.obstacle(span(9, 10, "2026-11-28" as LocalDate))).toBeNull();
  });
});

describe("where the hours have somebody", () => {
  test("is each place that they fix during a time, and none where any will do", () => {
    const split = makeWorkCalendar({
      hours: [hours(4, 9, 12, kuhmo), hours(4, 12, 14, kajaani), hours(4, 14, 16)],
      absences: [],
      busy: [],
    });
    expect(split.placesDuring(span(9, 12))).toEqual([kuhmo]);
    expect(split.placesDuring(span(11.5, 12.5))).toEqual([kuhmo, kajaani]);
    expect(split.placesDuring(span(14, 15))).toEqual([]);
    expect(split.placesDuring(span(9, 10, friday))).toEqual([]);
    expect(usualCalendar.placesDuring(span(9, 10))).toEqual([]);
  });
});

const at = (date: LocalDate, hour: number) => fromLocal(date, hour * 60);
const offeredOn = (date: LocalDate) => offeredTimes(date, 60, [], at(date, 0), made);

describe("times that are offered by somebody's hours", () => {
  test("are those that fit into a stretch, what is away marked as taken", () => {
    const times = offeredOn(thursday).map(({ minute, isTaken }) => [minute / 60, isTaken]);
    expect(times).toEqual([
      ...[9, 9.25, 9.5, 9.75, 10, 10.25, 10.5, 10.75, 11].map((hour) => [hour, false]),
      ...[13, 13.25, 13.5, 13.75].map((hour) => [hour, true]),
      [14, false],
    ]);
  });

  test("are the usual ones on a day that is not worked, each marked", () => {
    const saturday = offeredOn("2026-11-28" as LocalDate);
    expect(saturday).toHaveLength(33);
    expect(saturday.every(({ isTaken }) => isTaken)).toBe(true);
  });

  test("begin with the first that suits, over absences and holidays", () => {
    const next = (date: LocalDate, minutes = 60) =>
      firstFreeTime(at(date, 0), minutes, [], { work: made });
    expect(next(friday)).toEqual({ date: friday, minute: 660 });
    expect(next("2026-12-24" as LocalDate)).toEqual({ date: "2026-12-31", minute: 540 });
    expect(next(friday, 180)).toEqual({ date: friday, minute: 660 });
    expect(next(friday, 240)).toEqual({ date: "2026-12-04", minute: 600 });
    expect(next(friday, 300)).toBeNull();
  });
});

describe("the nearest free times by somebody's hours", () => {
  const slot = (from: number, to: number, place = kuhmo) => ({
    ...span(from, to),
    place,
    adviser: memberNamed("aino"),
  });
  const held = { slots: [], isInTheWay: () => false };
  const nearest = (from: number, to: number, place = kuhmo) =>
    nearestFreeTimes(
      slot(from, to, place),
      [slot(from, to, place)],
      held,
      at("2026-11-23" as LocalDate, 0),
      3,
      made,
    ).map(({ start }) => [toLocal(start).date, toLocal(start).minute / 60]);

  test("keep to the hours, to other calendars and to a place that the hours fix", () => {
    expect(nearest(10, 11)).toEqual([
      [thursday, 9],
      [thursday, 11],
      [thursday, 14],
    ]);
    expect(nearest(14, 15, kajaani)).toEqual([
      [friday, 11],
      [friday, 12],
      [friday, 13],
    ]);
  });

  test("may stay around a time outside of the hours on its own day only", () => {
    expect(nearest(16, 17)).toEqual([
      [thursday, 15],
      [thursday, 14],
      [thursday, 11],
    ]);
  });
});
