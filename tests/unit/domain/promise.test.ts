import { expect, test } from "vitest";
import { readValues } from "#domain/field.ts";
import { addMs, hourMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { standingOf, type TimePromise } from "#domain/promise.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { memberNamed, recordNamed } from "./edits.ts";

const slot = {
  start: thursdayMorning,
  end: addMs(thursdayMorning, hourMs),
  adviser: memberNamed("aino"),
};
const promise: TimePromise = {
  ...slot,
  state: "held",
  with: [recordNamed("other")],
  at: thursdayMorning,
};

test("a promise counts for exactly the time it was given for, and any other time is tentative", () => {
  expect(standingOf(slot, promise)).toBe("held");
  expect(standingOf(slot, { ...promise, state: "clash" })).toBe("clash");
  expect(standingOf(slot, null)).toBe("tentative");
  for (const moved of [
    { start: addMs(slot.start, 1) },
    { end: addMs(slot.end, -1) },
    { adviser: memberNamed("paavo") },
    { adviser: null },
  ]) {
    expect(standingOf({ ...slot, ...moved }, promise)).toBe("tentative");
  }
});

test("a promise of another version, or none, reads as none", () => {
  const read = (promise: unknown) =>
    readValues(appointmentKind.fields, { promise: promise as null })["promise"];
  expect(read({ ...promise, newer: true })).toEqual({ ...promise, newer: true });
  expect(read({ ...promise, state: "lent" })).toBeNull();
  expect(read({ state: "held" })).toBeNull();
  expect(readValues(appointmentKind.fields, {})["promise"]).toBeNull();
});
