import { describe, expect, test } from "vitest";
import type { Items } from "#domain/fields/item-fields.ts";
import { toInstant } from "#domain/instant.ts";
import type { Told } from "#domain/kinds/appointment.ts";
import { type AttendanceRecord, rosterOf, rosterStanding } from "#domain/kinds/roster.ts";
import { recordNamed } from "../edits.ts";

const meeting = recordNamed("meeting");
const attendance = (
  id: string,
  client: string | null,
  came = "expected",
  appointment = meeting,
  told: Items<Told> = {},
): AttendanceRecord => ({
  id: recordNamed(id),
  values: {
    appointment,
    client: client === null ? null : recordNamed(client),
    came,
    minutes: null,
    told,
  },
});

describe("a roster", () => {
  test("has the clients of its meeting and of no other", () => {
    const all = [attendance("a", "aino"), attendance("b", "veikko", "expected", recordNamed("x"))];
    expect(rosterOf(all, meeting)).toEqual([
      {
        client: recordNamed("aino"),
        came: "expected",
        minutes: null,
        told: {},
        records: [recordNamed("a")],
      },
    ]);
  });

  test("has a client once whom two devices added, on every device by the same record", () => {
    const all = [attendance("b", "aino", "no-show"), attendance("a", "aino", "arrived")];
    const expected = [
      {
        client: recordNamed("aino"),
        came: "arrived",
        minutes: null,
        told: {},
        records: [recordNamed("a"), recordNamed("b")],
      },
    ];
    expect(rosterOf(all, meeting)).toEqual(expected);
    expect(rosterOf(all.toReversed(), meeting)).toEqual(expected);
  });

  test("shows a tick and minutes whichever record of two they are in, and counts that record first", () => {
    const plain = attendance("a", "aino");
    const ticked = attendance("b", "aino", "arrived");
    const timed = attendance("c", "aino");
    const all = [plain, ticked, { ...timed, values: { ...timed.values, minutes: 30 } }];
    for (const order of [all, all.toReversed()]) {
      expect(rosterOf(order, meeting)).toEqual([
        {
          client: recordNamed("aino"),
          came: "arrived",
          minutes: 30,
          told: {},
          records: [recordNamed("b"), recordNamed("c"), recordNamed("a")],
        },
      ]);
    }
  });

  test("knows who told somebody, in whichever record of that one it was noted, by each teller's last word", () => {
    const at = (instant: number): Told => ({
      start: toInstant(100),
      status: "cancelled",
      at: toInstant(instant),
    });
    const all = [
      attendance("a", "aino", "expected", meeting, { oiva: at(5) }),
      attendance("b", "aino", "expected", meeting, { oiva: at(3), maija: at(4) }),
      attendance("c", "veikko"),
    ];
    for (const order of [all, all.toReversed()]) {
      expect(rosterOf(order, meeting).map(({ told }) => told)).toEqual([
        { oiva: at(5), maija: at(4) },
        {},
      ]);
    }
  });

  test("passes over a record that has lost its client", () => {
    expect(rosterOf([attendance("a", null)], meeting)).toEqual([]);
  });
});

test("a group is full at its last place, over behind it, and never without a number of places", () => {
  expect([0, 11, 12, 13].map((count) => rosterStanding(count, 12))).toEqual([
    "room",
    "room",
    "full",
    "over",
  ]);
  expect(rosterStanding(1_000, null)).toBe("room");
});
