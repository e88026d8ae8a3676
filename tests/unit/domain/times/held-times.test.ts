import { expect, test } from "vitest";
import type { RuledClaim } from "#domain/times/claim.ts";
import { addMs, hourMs } from "#domain/instant.ts";
import { HeldTimes } from "#domain/times/held-times.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const claim = (name: string, more: Partial<RuledClaim> = {}): RuledClaim => ({
  record: recordNamed(name),
  kind: "appointment",
  adviser: memberNamed("aino"),
  start: thursdayMorning,
  end: addMs(thursdayMorning, hourMs),
  holder: null,
  allotment: null,
  state: "held",
  turn: 1,
  ...more,
});

test("a time is free unless something of the same adviser is held in it", () => {
  const held = new HeldTimes([claim("held"), claim("clash", { state: "clash", turn: 2 })]);
  expect(held.isFree(claim("newcomer"))).toBe(false);
  expect(held.isFree(claim("held"))).toBe(true);
  expect(held.isFree(claim("elsewhere", { adviser: memberNamed("eino") }))).toBe(true);
  held.remove(claim("held"));
  expect(held.isFree(claim("newcomer"))).toBe(true);
  held.add(claim("newcomer"));
  expect(held.isFree(claim("held"))).toBe(false);
});
