import { describe, expect, test } from "vitest";
import { type AttendanceRecord, rosterOf, rosterStanding } from "#domain/kinds/roster.ts";
import { recordNamed } from "../edits.ts";

const meeting = recordNamed("meeting");
const attendance = (
  id: string,
  client: string | null,
  came = "expected",
  appointment = meeting,
): AttendanceRecord => ({
  id: recordNamed(id),
  values: {
    appointment,
    client: client === null ? null : recordNamed(client),
    came,
    minutes: null,
  },
});

describe("a roster", () => {
  test("has the clients of its meeting and of no other", () => {
    const all = [attendance("a", "aino"), attendance("b", "veikko", "expected", recordNamed("x"))];
    expect(rosterOf(all, meeting)).toEqual([
      { client: recordNamed("aino"), came: "expected", minutes: null, records: [recordNamed("a")] },
    ]);
  });

  test("has a client once whom two devices added, on every device by the same record", () => {
    const all = [attendance("b", "aino", "no-show"), attendance("a", "aino", "arrived")];
    const expected = [
      {
        client: recordNamed("aino"),
        came: "arrived",
        minutes: null,
        records: [recordNamed("a"), recordNamed("b")],
      },
    ];
    expect(rosterOf(all, meeting)).toEqual(expected);
    expect(rosterOf(all.toReversed(), meeting)).toEqual(expected);
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
