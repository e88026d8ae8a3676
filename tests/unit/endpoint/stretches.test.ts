import { expect, test } from "vitest";
import { Stretches } from "#endpoint/times/stretches.ts";

test("stretches that meet are one, and what lies between two is in neither", () => {
  const stretches = new Stretches();
  expect(stretches.isWithin(0, 1)).toBe(false);
  stretches.add(0, 10);
  stretches.add(30, 40);
  expect(stretches.isWithin(2, 10)).toBe(true);
  expect(stretches.isWithin(8, 32)).toBe(false);
  stretches.add(10, 30);
  expect(stretches.isWithin(8, 32)).toBe(true);
  expect(stretches.isWithin(0, 41)).toBe(false);
});
