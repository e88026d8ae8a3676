import { expect, test } from "vitest";
import { readValues } from "#domain/fields/field.ts";
import { addMs, hourMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { Op } from "#domain/op.ts";
import { checkOp } from "#domain/rights.ts";
import { standingOf, type TimePromise } from "#domain/times/promise.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { home, memberNamed, newOp, record, recordNamed, setOp, textOp } from "../edits.ts";

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

test("nobody writes what only the endpoint writes, not even while making the record", () => {
  const scopes = new Map([[home, { kind: "team", role: "coordinator" }]] as const);
  const judge = (kind: string, op: Op) => {
    const target = { id: record, kind, home, shares: [], fields: {} };
    const checked = checkOp({ member: "somebody", scopes }, target, op, thursdayMorning);
    return checked.ok ? "ok" : checked.failure;
  };
  for (const kind of ["appointment", "allotment"]) {
    const seen = { ver: 1 };
    expect(judge(kind, setOp("s", seen, "promise", promise))).toBe("edit.not_allowed");
    expect(judge(kind, setOp("s", seen, "promise", null))).toBe("edit.not_allowed");
    expect(judge(kind, { ...textOp("t", seen, "", "x"), field: "promise" })).toBe(
      "edit.not_allowed",
    );
    expect(judge(kind, newOp({ promise: null }, kind))).toBe("edit.not_allowed");
    expect(judge(kind, newOp({}, kind))).toBe("ok");
  }
});
