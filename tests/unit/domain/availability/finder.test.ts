import { describe, expect, test } from "vitest";
import { findTimes, type FinderQuestion, timesOfAdvisers } from "#domain/availability/finder.ts";
import { makeWorkCalendar, usualCalendar } from "#domain/availability/work-calendar.ts";
import type { DeviceId, MemberId } from "#domain/ids.ts";
import type { LocalDate } from "#domain/instant.ts";
import { fromLocal, toLocal } from "#domain/local-time.ts";
import type { AllotmentRecord } from "#domain/times/allotted.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const thursday = "2026-11-26" as LocalDate;
const aino = memberNamed("aino");
const paavo = memberNamed("paavo");
const kuhmo = recordNamed("kuhmo");
const kajaani = recordNamed("kajaani");
const phone = "phone" as DeviceId;
const at = (hour: number, date = thursday) => fromLocal(date, hour * 60);
const span = (from: number, to: number, date = thursday) => ({
  start: at(from, date),
  end: at(to, date),
});
const booked = (
  adviser: MemberId,
  from: number,
  to: number,
  coLeaders: readonly MemberId[] = [],
) => ({
  values: {
    slot: { ...span(from, to), place: null, adviser },
    coLeaders: Object.fromEntries(coLeaders.map((member) => [member, { member }])),
  },
});
const allotment = (from: number, to: number, holder: DeviceId, isHeld = true): AllotmentRecord => {
  const slot = { ...span(from, to), place: kajaani, adviser: aino };
  const promise = isHeld ? { state: "held" as const, with: [], at: slot.start, ...slot } : null;
  const values = { label: "asema", holder, slot, lengthInMinutes: 30, status: "open", promise };
  return { id: recordNamed(`allotment${from}`), values };
};
/** Aino: Thursdays 9–12 in Kuhmo, 13–16 anywhere. Paavo: 8–17 on working days. */
const week = [
  { weekday: 4, from: 540, until: 720, place: kuhmo },
  { weekday: 4, from: 780, until: 960, place: null },
];
const workOf = (adviser: MemberId) =>
  adviser === aino ? makeWorkCalendar({ hours: week, absences: [], busy: [] }) : usualCalendar;
const question = (change: Partial<FinderQuestion> = {}): FinderQuestion => ({
  lengthInMinutes: 60,
  from: thursday,
  part: "any",
  places: null,
  openPlace: null,
  ...change,
});
const find = (
  asked: FinderQuestion,
  {
    advisers = [aino],
    appointments = [] as readonly ReturnType<typeof booked>[],
    allotments = [] as readonly AllotmentRecord[],
    now = at(0),
    count = 6,
  } = {},
) => {
  const bookedWithin = ({ start, end }: { readonly start: number; readonly end: number }) =>
    appointments.filter(({ values: { slot } }) => slot.start < end && slot.end > start);
  const times = timesOfAdvisers(advisers, bookedWithin, allotments, workOf, phone);
  return findTimes(asked, times, now, count);
};
const written = (found: ReturnType<typeof find>) =>
  found.map(({ start, isGuaranteed }) => {
    const { date, minute } = toLocal(start);
    const time = `${minute / 60}${isGuaranteed ? "!" : ""}`;
    return date === thursday ? time : `${date} ${time}`;
  });

describe("the next free times", () => {
  test("follow each other in the hours, with their places, around what is booked", () => {
    const found = find(question(), { appointments: [booked(aino, 10, 10.5)] });
    expect(written(found)).toEqual(["9", "10.5", "13", "14", "15", "2026-12-03 9"]);
    expect(found.map(({ place }) => place)).toEqual([kuhmo, kuhmo, null, null, null, kuhmo]);
  });

  test("are around what somebody leads with others, and around what is not known to be of the team", () => {
    const appointments = [booked(paavo, 9, 12, [aino]), booked(memberNamed("vieras"), 13, 16)];
    expect(written(find(question(), { appointments, count: 3 }))).toEqual(["13", "14", "15"]);
  });

  test("begin now at the earliest, at a quarter of an hour", () => {
    expect(written(find(question(), { now: at(13.1), count: 2 }))).toEqual(["13.25", "14.25"]);
  });

  test("begin on the day that is asked for, in the part of it that is", () => {
    const from = "2026-12-03" as LocalDate;
    expect(written(find(question({ from, part: "morning" }), { count: 4 }))).toEqual([
      ...[9, 10, 11].map((hour) => `2026-12-03 ${hour}`),
      "2026-12-10 9",
    ]);
    expect(written(find(question({ part: "afternoon" }), { count: 4 }))).toEqual([
      "13",
      "14",
      "15",
      "2026-12-03 13",
    ]);
  });

  test("are at a place that suits: where the hours fix it, or where the adviser can go", () => {
    const places = { places: new Set([kajaani]), openPlace: kajaani };
    const found = find(question(places), { count: 4 });
    expect(written(found)).toEqual(["13", "14", "15", "2026-12-03 13"]);
    expect(new Set(found.map(({ place }) => place))).toEqual(new Set([kajaani]));
    const inKuhmo = find(question({ places: new Set([kuhmo]), openPlace: kuhmo }), { count: 2 });
    expect(written(inKuhmo)).toEqual(["9", "10"]);
  });

  test("are of several advisers, together by time", () => {
    const found = find(question(), { advisers: [aino, paavo], count: 4 });
    expect(found.map(({ start, adviser }) => [toLocal(start).minute / 60, adviser])).toEqual([
      [8, paavo],
      [9, aino],
      [9, paavo],
      [10, aino],
    ]);
  });

  test("are guaranteed out of the device's own allotment, at its place and outside of the hours too", () => {
    const allotments = [allotment(12, 14, phone)];
    const appointments = [booked(aino, 12, 12.5)];
    const found = find(question({ lengthInMinutes: 30 }), { allotments, appointments, count: 10 });
    expect(written(found).join(" ")).toBe("9 9.5 10 10.5 11 11.5 12.5! 13! 13.5! 14");
    expect(found[6]?.place).toBe(kajaani);
  });

  test("are not those that another device holds, nor those whose allotment nobody has confirmed", () => {
    const others = [allotment(13, 14, "other" as DeviceId), allotment(15, 16, phone, false)];
    expect(
      written(find(question({ part: "afternoon" }), { allotments: others, count: 2 })),
    ).toEqual(["14", "2026-12-03 13"]);
  });

  test("are none on a holiday, and none at all after three months", () => {
    const eve = "2026-12-24" as LocalDate;
    expect(written(find(question({ from: eve }), { count: 1 }))).toEqual(["2026-12-31 9"]);
    expect(find(question({ lengthInMinutes: 240 }))).toEqual([]);
  });
});
