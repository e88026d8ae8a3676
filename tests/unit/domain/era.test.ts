import { expect, test } from "vitest";
import { earliestOfEach, eraSize, latestOfEach, reaches, riseOf } from "#domain/era.ts";

const at = (era: number, ver: number): number => era * eraSize + ver;
const versions = [3, at(7, 2), 5, at(7, 1), 4];

test("of each era there is one latest and one earliest version", () => {
  expect(latestOfEach(versions)).toEqual([5, at(7, 2)]);
  expect(earliestOfEach(versions)).toEqual([3, at(7, 1)]);
  expect(latestOfEach([])).toEqual([]);
});

test("a version reaches an equal or earlier one of the same era, and none of another", () => {
  expect(reaches([5], [5])).toBe(true);
  expect(reaches([5], [6])).toBe(false);
  expect(reaches([at(7, 1)], [5])).toBe(false);
  expect(reaches([2, at(7, 4)], versions)).toBe(true);
});

test("versions rise as numbers of 31 bits, from one era to the next", () => {
  const minutesOf2126 = 52_596_000;
  const versions = [1, 2, 900, at(474_340, 3), at(474_340, 62), at(474_400, 3)];
  expect(versions.map(riseOf)).toEqual([1, 2, 900, 474_343, 474_402, 474_403]);
  expect(riseOf(at(minutesOf2126, eraSize - 1))).toBeLessThan(2 ** 31);
});
