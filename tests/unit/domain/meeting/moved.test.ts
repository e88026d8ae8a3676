import { expect, test } from "vitest";
import { addMs, hourMs, minuteMs, toInstant } from "#domain/instant.ts";
import { movedFromOf, wasAt } from "#domain/meeting/moved.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { memberNamed } from "../edits.ts";

const slot = {
  start: thursdayMorning,
  end: addMs(thursdayMorning, hourMs),
  place: null,
  adviser: null,
};
const later = { ...slot, start: addMs(slot.start, hourMs), end: addMs(slot.end, hourMs) };

test("a time that begins later or earlier is written with where it was", () => {
  expect(movedFromOf(slot, later)).toEqual({ start: slot.start, adviser: null });
  expect(movedFromOf(later, slot)).toEqual({ start: later.start, adviser: null });
});

test("whose it was goes with it, whoever has it then", () => {
  const adviser = memberNamed("aino");
  expect(movedFromOf({ ...slot, adviser }, later)).toEqual({ start: slot.start, adviser });
});

test("another length is no other time, and a first time was nowhere before", () => {
  expect(movedFromOf(slot, { ...slot, end: addMs(slot.end, 15 * minuteMs) })).toBeUndefined();
  expect(movedFromOf({ ...slot, start: toInstant(0), end: toInstant(0) }, slot)).toBeUndefined();
});

test("a time that came back to where it was was not moved", () => {
  expect(wasAt({ slot: later, movedFrom: slot.start })).toBe(slot.start);
  expect(wasAt({ slot, movedFrom: slot.start })).toBeNull();
  expect(wasAt({ slot, movedFrom: null })).toBeNull();
  const before = { start: slot.start, adviser: memberNamed("aino") };
  expect(wasAt({ slot: later, movedFrom: before })).toBe(slot.start);
  expect(wasAt({ slot, movedFrom: before })).toBeNull();
});
