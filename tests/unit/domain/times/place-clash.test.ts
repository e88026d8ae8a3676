import { describe, expect, test } from "vitest";
import { addMs, minuteMs, toInstant } from "#domain/instant.ts";
import { placeClashes, type PlaceUse } from "#domain/times/place-clash.ts";
import type { Slot } from "#domain/times/slot.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const nine = toInstant(Date.parse("2026-11-26T07:00:00Z"));
const at = (fromMinute: number, minutes: number, more: Partial<Slot> = {}): Slot => ({
  start: addMs(nine, fromMinute * minuteMs),
  end: addMs(nine, (fromMinute + minutes) * minuteMs),
  place: recordNamed("library"),
  adviser: memberNamed("oiva"),
  ...more,
});
const use = (name: string, slot: Slot, status = "booked"): PlaceUse => ({
  id: recordNamed(name),
  values: { slot, status },
});
const own = at(0, 45, { adviser: memberNamed("aino") });
const clashes = (slot: Slot, ...uses: readonly PlaceUse[]) =>
  placeClashes(slot, uses).map(({ use: { id }, kind }) => `${id.replace(/0+$/, "")} ${kind}`);

describe("who else is at a place", () => {
  test("is told where the times have a moment in common, and not where they touch", () => {
    expect(
      clashes(
        own,
        use("during", at(10, 10)),
        use("before", at(-30, 30)),
        use("after", at(45, 30)),
        use("over", at(-30, 200)),
      ),
    ).toEqual(["over there", "during there"]);
  });

  test("is not what is elsewhere, cancelled, or the adviser's own", () => {
    expect(
      clashes(
        own,
        use("elsewhere", at(0, 45, { place: recordNamed("office") })),
        use("cancelled", at(0, 45), "cancelled"),
        use("own", own),
      ),
    ).toEqual([]);
  });

  test("is nobody for a call", () => {
    const call = { ...own, place: null };
    expect(clashes(call, use("call", at(0, 45, { place: null })))).toEqual([]);
  });
});

describe("rooms", () => {
  test("the same one is told first, another one is in nobody's way", () => {
    expect(
      clashes(
        { ...own, room: "r1" },
        use("nowhere", at(0, 10)),
        use("same", at(20, 10, { room: "r1" })),
        use("other", at(0, 45, { room: "r2" })),
      ),
    ).toEqual(["same room", "nowhere there"]);
  });

  test("of a booking without a room anybody there may be in the way", () => {
    expect(clashes(own, use("same", at(0, 45, { room: "r1" })))).toEqual(["same there"]);
  });
});
