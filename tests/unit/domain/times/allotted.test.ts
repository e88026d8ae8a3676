import { describe, expect, test } from "vitest";
import {
  allotmentAgainst,
  allotmentFor,
  type AllotmentRecord,
  freeAllottedTimes,
  freeStretches,
  isCurrent,
  isGuaranteed,
} from "#domain/times/allotted.ts";
import { addMs, minuteMs } from "#domain/instant.ts";
import type { Allotment } from "#domain/kinds/allotment.ts";
import type { Slot } from "#domain/times/slot.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { deviceNamed, memberNamed, recordNamed } from "../edits.ts";

const at = (minutes: number) => addMs(thursdayMorning, minutes * minuteMs);
const span = (from: number, to: number) => ({ start: at(from), end: at(to) });
const adviser = memberNamed("aino");
const phone = deviceNamed("phone");
const slot = (from: number, to: number) => ({ ...span(from, to), place: null, adviser });
const promised = (state: "held" | "clash", from = 0, to = 100) => ({
  ...span(from, to),
  state,
  with: [],
  at: at(0),
  adviser,
});
const stand: AllotmentRecord = {
  id: recordNamed("stand"),
  values: {
    label: "Asema",
    holder: phone,
    slot: slot(0, 100),
    lengthInMinutes: 30,
    status: "open",
    promise: promised("held"),
  },
};
const changed = (values: Partial<Allotment>): AllotmentRecord => ({
  ...stand,
  values: { ...stand.values, ...values },
});
const booking = (from: number, to: number, allotment = stand.id, status = "booked") => ({
  id: recordNamed(`b${from}`),
  values: { slot: { ...slot(from, to), allotment }, status },
});

describe("the allotment that a time is given out of", () => {
  const forTime = (from: number, to: number, given: readonly ReturnType<typeof booking>[] = []) =>
    allotmentFor(slot(from, to), phone, [stand], given)?.id ?? null;

  test("is this device's, open, of the same adviser, and around the whole time", () => {
    expect(forTime(0, 100)).toBe(stand.id);
    expect(forTime(60, 101)).toBeNull();
    const asked = (one: AllotmentRecord) => allotmentFor(slot(0, 30), phone, [one], []);
    expect(asked(changed({ holder: deviceNamed("other") }))).toBeNull();
    expect(asked(changed({ status: "returned" }))).toBeNull();
    expect(asked(changed({ slot: { ...slot(0, 100), adviser: memberNamed("paavo") } }))).toBeNull();
  });

  test("gives no time twice, and a cancelled one again", () => {
    expect(forTime(0, 30, [booking(15, 45)])).toBeNull();
    expect(forTime(0, 30, [booking(30, 60)])).toBe(stand.id);
    expect(forTime(0, 30, [booking(0, 30, stand.id, "cancelled")])).toBe(stand.id);
    expect(forTime(0, 30, [booking(0, 30, recordNamed("another"))])).toBe(stand.id);
  });

  test("is a certain one before one that waits for its promise", () => {
    const waiting = { ...changed({ promise: null }), id: recordNamed("waiting") };
    for (const both of [
      [waiting, stand],
      [stand, waiting],
    ]) {
      expect(allotmentFor(slot(0, 30), phone, both, [])?.id).toBe(stand.id);
    }
  });
});

test("a time is guaranteed by a held allotment of this device, and by nothing less", () => {
  const guaranteed = (one: AllotmentRecord | undefined, from = 0, device = phone) =>
    isGuaranteed(booking(from, 30), device, { allotment: () => one, bookingsAt: () => [] });
  expect(guaranteed(stand)).toBe(true);
  expect(guaranteed(stand, -1)).toBe(false);
  expect(guaranteed(stand, 0, deviceNamed("other"))).toBe(false);
  expect(guaranteed(undefined)).toBe(false);
  expect(guaranteed(changed({ promise: null }))).toBe(false);
  expect(guaranteed(changed({ promise: promised("clash") }))).toBe(false);
  expect(guaranteed(changed({ promise: promised("held", 0, 90) }))).toBe(false);
  expect(guaranteed(changed({ status: "returned" }))).toBe(false);
  const plain = { id: recordNamed("plain"), values: { slot: slot(0, 30), status: "booked" } };
  const around = { allotment: () => stand, bookingsAt: () => [] };
  expect(isGuaranteed(plain, phone, around)).toBe(false);
});

test("a time is guaranteed to nobody where two were given it", () => {
  const beside = (...others: ReturnType<typeof booking>[]) =>
    isGuaranteed(booking(0, 30), phone, {
      allotment: () => stand,
      bookingsAt: () => [booking(0, 30), ...others],
    });
  const named = (one: ReturnType<typeof booking>) => ({ ...one, id: recordNamed("other") });
  expect(beside()).toBe(true);
  expect(beside(named(booking(0, 30)))).toBe(false);
  expect(beside(named(booking(15, 45)))).toBe(false);
  expect(beside(named(booking(30, 60)))).toBe(true);
  expect(beside(named(booking(0, 30, stand.id, "cancelled")))).toBe(true);
  // While the allotment is held, whatever was not given out of it has lost to it.
  expect(beside(named(booking(0, 30, recordNamed("another"))))).toBe(true);
});

test("an allotment is current while it is open and has not ended", () => {
  expect(isCurrent(stand, at(99))).toBe(true);
  expect(isCurrent(stand, at(100))).toBe(false);
  expect(isCurrent(changed({ status: "returned" }), at(0))).toBe(false);
});

test("the free times of an allotment follow each other from its start, without what is taken or past", () => {
  expect(freeAllottedTimes(stand, [], at(0))).toEqual([span(0, 30), span(30, 60), span(60, 90)]);
  expect(freeAllottedTimes(stand, [span(45, 50)], at(0))).toEqual([span(0, 30), span(60, 90)]);
  expect(freeAllottedTimes(stand, [], at(31))).toEqual([span(60, 90)]);
});

test("the free stretches lie between what is taken, where a time fits", () => {
  const free = (...taken: ReturnType<typeof span>[]) =>
    freeStretches(span(0, 100), taken, 30 * minuteMs);
  expect(free()).toEqual([span(0, 100)]);
  expect(free(span(40, 50))).toEqual([span(0, 40), span(50, 100)]);
  expect(free(span(60, 80), span(20, 30), span(25, 28))).toEqual([span(30, 60)]);
  expect(free(span(-10, 10), span(90, 200))).toEqual([span(10, 90)]);
  expect(free(span(-10, 200))).toEqual([]);
});

describe("an allotment is against a booking", () => {
  const against = (one: AllotmentRecord, wanted = slot(0, 30), given = [booking(60, 90)]) =>
    allotmentAgainst(wanted, phone, [one], given);
  const others = { holder: deviceNamed("other") };

  test("that it cannot give out: for the most part outside, or over what was given", () => {
    expect(against(stand)).toBeNull();
    expect(against(stand, slot(-10, 20))).toBe(stand);
    expect(against(stand, slot(90, 120))).toBe(stand);
    expect(against(stand, slot(70, 100))).toBe(stand);
    expect(against(stand, slot(100, 130))).toBeNull();
  });

  test("when another device gives it out, as long as it is open and of the same adviser", () => {
    const other = changed(others);
    expect(against(other)).toBe(other);
    expect(against(changed({ ...others, status: "returned" }))).toBeNull();
    expect(against(other, { ...slot(0, 30), adviser: memberNamed("paavo") })).toBeNull();
  });

  test("but not where it was given out and stands, at whatever place", () => {
    const other = changed(others);
    const given = { ...slot(0, 30), allotment: other.id };
    const elsewhere = { ...slot(0, 30), place: recordNamed("elsewhere") };
    const standing = (wanted: Slot, stands: Slot) =>
      allotmentAgainst(wanted, phone, [other], [], stands);
    expect(standing(slot(0, 30), given)).toBeNull();
    expect(standing(elsewhere, given)).toBeNull();
    expect(standing(slot(0, 45), given)).toBe(other);
    expect(standing(slot(0, 30), slot(0, 30))).toBe(other);
  });
});
