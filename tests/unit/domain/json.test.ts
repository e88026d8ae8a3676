import { expect, test } from "vitest";
import { type Fields, isSameJson, type Json, ownMember, textsInside } from "#domain/json.ts";
import { inheritedNames } from "./edits.ts";

test("the order of an object's members does not count, that of a list does", () => {
  expect(isSameJson({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
});

test("values of different kinds are never the same", () => {
  const values: Json[] = [
    null,
    false,
    true,
    0,
    1,
    "",
    "0",
    "null",
    [],
    {},
    [[]],
    [null],
    { a: null },
  ];
  for (const [at, one] of values.entries()) {
    for (const [place, other] of values.entries()) {
      expect(isSameJson(one, other)).toBe(at === place);
    }
  }
});

test("a list is not the object with the same members", () => {
  expect(isSameJson(["a"], { 0: "a" })).toBe(false);
  expect(isSameJson({ 0: "a", length: 1 }, ["a"])).toBe(false);
});

test("a missing value is the same as a missing value alone", () => {
  expect(isSameJson(undefined, undefined)).toBe(true);
  for (const value of [null, false, 0, "", [], {}]) {
    expect(isSameJson(undefined, value)).toBe(false);
    expect(isSameJson(value, undefined)).toBe(false);
  }
});

test("a member more on either side makes a difference", () => {
  expect(isSameJson({ a: 1 }, { a: 1, b: null })).toBe(false);
  expect(isSameJson({ a: 1, b: null }, { a: 1 })).toBe(false);
  expect(isSameJson({ a: 1 }, { b: 1 })).toBe(false);
});

test.each(inheritedNames)("a member called %s is one like any other", (name) => {
  const having = JSON.parse(`{"${name}":1}`) as Fields;
  expect(isSameJson(having, JSON.parse(`{"${name}":1}`) as Fields)).toBe(true);
  expect(isSameJson(having, JSON.parse(`{"${name}":2}`) as Fields)).toBe(false);
  expect(isSameJson(having, { other: 1 })).toBe(false);
  expect(isSameJson({ other: 1 }, having)).toBe(false);
  expect(ownMember(having, name)).toBe(1);
  expect(ownMember({}, name)).toBeUndefined();
});

test("finds every text inside a value, names of members too, in the order written", () => {
  const value = ["a", { b: "c", d: [null, 1, { e: ["f"] }] }, true, "g"];
  expect([...textsInside(value)]).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
  expect([...textsInside(null)]).toEqual([]);
  expect([...textsInside("")]).toEqual([""]);
});

test("reads values a thousand levels deep", () => {
  let value: Json = "pohja";
  for (let level = 0; level < 1_000; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  expect([...textsInside(value)].at(-1)).toBe("pohja");
  expect(isSameJson(value, structuredClone(value) as Json)).toBe(true);
});
