import { describe, expect, test } from "vitest";
import { addMs, dayMs, hourMs } from "#domain/instant.ts";
import {
  encountersOf,
  type Landing,
  type SeriesChanges,
  withoutMoves,
} from "#domain/series/landing.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const slotIn = (weeks: number) => {
  const start = addMs(thursdayMorning, weeks * 7 * dayMs);
  return { start, end: addMs(start, hourMs), place: null, adviser: memberNamed("aino") };
};
/** Weekly times, each pushed a week on. */
const pushed = [1, 2, 3].map((week): Landing => ({
  id: recordNamed(`time${week}`),
  from: slotIn(week),
  to: slotIn(week + 1),
}));

describe("a series that is pushed a week on", () => {
  test("lands on nothing while all of it goes, though each goes where the next was", () => {
    expect(encountersOf(pushed, () => false).size).toBe(0);
  });

  test("keeps every time back that would land on one that stays", () => {
    const last = recordNamed("time3");
    const met = encountersOf(pushed, ({ id }) => id === last);
    expect([...met]).toEqual([
      [recordNamed("time1"), { kind: "staying", other: recordNamed("time2") }],
      [recordNamed("time2"), { kind: "staying", other: last }],
      [last, { kind: "outside" }],
    ]);
  });
});

test("what stays where it is still takes what else changes, and is left out where nothing does", () => {
  const slot = { field: "slot", value: slotIn(5) };
  const movedFrom = { field: "movedFrom", value: slotIn(1).start };
  const title = { field: "title", value: "Hakuilta" };
  const [one, two, three] = [recordNamed("one"), recordNamed("two"), recordNamed("three")];
  const changes: SeriesChanges = new Map([
    [one, [slot, movedFrom, title]],
    [two, [slot, movedFrom]],
    [three, [slot, movedFrom]],
  ]);
  const staying = new Map([
    [one, true],
    [two, true],
  ]);
  expect([...withoutMoves(changes, staying)]).toEqual([
    [one, [title]],
    [three, [slot, movedFrom]],
  ]);
});
