import { expect, test } from "vitest";
import { addMs, hourMs, minuteMs, toInstant } from "#domain/instant.ts";
import { movedFromOf, wasAt } from "#domain/meeting/moved.ts";
import { thursdayMorning } from "../../../support/platform.ts";

const slot = {
  start: thursdayMorning,
  end: addMs(thursdayMorning, hourMs),
  place: null,
  adviser: null,
};
const later = { ...slot, start: addMs(slot.start, hourMs), end: addMs(slot.end, hourMs) };

test("a time that begins later or earlier is written with where it was", () => {
  expect(movedFromOf(slot, later)).toBe(slot.start);
  expect(movedFromOf(later, slot)).toBe(later.start);
});

test("another length is no other time, and a first time was nowhere before", () => {
  expect(movedFromOf(slot, { ...slot, end: addMs(slot.end, 15 * minuteMs) })).toBeUndefined();
  expect(movedFromOf({ start: toInstant(0), end: toInstant(0) }, slot)).toBeUndefined();
});

test("a time that came back to where it was was not moved", () => {
  expect(wasAt({ slot: later, movedFrom: slot.start })).toBe(slot.start);
  expect(wasAt({ slot, movedFrom: slot.start })).toBeNull();
  expect(wasAt({ slot, movedFrom: null })).toBeNull();
});
