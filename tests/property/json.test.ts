import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isSameJson, type Json, textsInside } from "#domain/json.ts";
import { hasPersonalCodeInside } from "#domain/personal-code.ts";
import { runs } from "./texts.ts";

const json = () => fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((item) => reversed(item as Json));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
};

test("a value is the same as itself after a trip through JSON, in any order of members", () => {
  fc.assert(
    fc.property(json(), (value) => {
      expect(isSameJson(value, JSON.parse(JSON.stringify(value)) as Json)).toBe(true);
      expect(isSameJson(value, reversed(value))).toBe(true);
    }),
    runs,
  );
});

test("being the same goes both ways and on to a third", () => {
  const few = fc.constantFrom<Json>(
    null,
    0,
    "a",
    [],
    {},
    [0],
    [[0]],
    { a: 0 },
    { a: [0] },
    { b: 0 },
  );
  fc.assert(
    fc.property(fc.oneof(few, json()), fc.oneof(few, json()), fc.oneof(few, json()), (a, b, c) => {
      expect(isSameJson(a, b)).toBe(isSameJson(b, a));
      if (isSameJson(a, b) && isSameJson(b, c)) expect(isSameJson(a, c)).toBe(true);
    }),
    runs,
  );
});

test("values are the same exactly when their JSON with sorted members is", () => {
  const sorted = (value: Json): string =>
    JSON.stringify(value, (_, inner: Json) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    );
  fc.assert(
    fc.property(json(), json(), (one, other) => {
      expect(isSameJson(one, other)).toBe(sorted(one) === sorted(other));
    }),
    runs,
  );
});

test("every text put into a value is found in it", () => {
  fc.assert(
    fc.property(json(), fc.string(), (value, text) => {
      expect([...textsInside([value, { a: [text] }, value])]).toContain(text);
    }),
    runs,
  );
});

test("a personal identity code is found wherever in a value it lies", () => {
  const wrapped = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constant<Json>("ks. 131052-908K."),
      fc.tuple(json(), tie("value")).map((pair): Json => pair),
      tie("value").map((inner): Json => ({ first: 1, inner })),
      fc.constant<Json>({ "131052-908K": true }),
    ),
  })).value;
  fc.assert(
    fc.property(wrapped, (value) => {
      expect(hasPersonalCodeInside(value)).toBe(true);
    }),
    runs,
  );
});
