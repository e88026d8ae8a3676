import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { addMs, minuteMs } from "#domain/instant.ts";
import type { AllotmentRecord } from "#domain/times/allotted.ts";
import { settled, settledTogether } from "#domain/times/settle.ts";
import type { Slot } from "#domain/times/slot.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { deviceNamed, memberNamed, recordNamed } from "../edits.ts";

const phone = deviceNamed("phone");
const [one, two, three] = [recordNamed("one"), recordNamed("two"), recordNamed("three")];
const slot = (from: number, to: number): Slot => ({
  start: addMs(thursdayMorning, from * minuteMs),
  end: addMs(thursdayMorning, to * minuteMs),
  place: null,
  adviser: memberNamed("aino"),
});
const stand: AllotmentRecord = {
  id: recordNamed("stand"),
  values: {
    label: "Asema",
    holder: phone,
    slot: slot(0, 180),
    lengthInMinutes: 30,
    status: "open",
    promise: null,
  },
};
const given = (id: RecordId, from: number, to: number) => ({
  id,
  values: { slot: { ...slot(from, to), allotment: stand.id }, status: "booked" },
});
const together = (
  moves: readonly (readonly [RecordId, Slot])[],
  bookings: readonly ReturnType<typeof given>[],
) =>
  [...settledTogether(new Map(moves), phone, [stand], bookings)].map(
    ([, { allotment }]) => allotment ?? null,
  );

test("a slot names what it is given out of, and nothing that it is not given out of any more", () => {
  const settle = (wanted: Slot) => settled(wanted, phone, [stand], [given(one, 0, 45)]);
  expect(settle(slot(45, 90))).toEqual({ ...slot(45, 90), allotment: stand.id });
  expect(settle({ ...slot(30, 75), allotment: stand.id })).toEqual(slot(30, 75));
});

describe("times that move at once", () => {
  const where = [given(one, 0, 45), given(two, 45, 90)];

  test("are given out of what they and their siblings stand in", () => {
    const moves = [[one, slot(45, 90)] as const, [two, slot(90, 135)] as const];
    expect(together(moves, where)).toEqual([stand.id, stand.id]);
    expect(together([[one, slot(15, 45)]], where)).toEqual([stand.id]);
  });

  test("do not take one time twice, nor one that is given to what stays", () => {
    const both = [[one, slot(100, 145)] as const, [two, slot(120, 165)] as const];
    expect(together(both, where)).toEqual([stand.id, null]);
    expect(together(both, [...where, given(three, 90, 110)])).toEqual([null, stand.id]);
  });
});
