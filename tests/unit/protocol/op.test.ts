import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { wireOpSchema } from "#protocol/op.ts";

// That every edit comes off the wire as it went on is in tests/property/codecs.test.ts.
describe("an edit", () => {
  const set = {
    o: "A".repeat(16),
    e: "B".repeat(22),
    k: "set",
    f: "name",
    v: "Kanerva",
    b: 1,
    t: 1_767_600_001_000,
    st: 0,
  };

  test("takes a few hundred bytes at most around its content", () => {
    expect(v.is(wireOpSchema, set)).toBe(true);
    expect(JSON.stringify(set).length).toBeLessThan(160);
  });

  test.each([
    ["a member nobody knows", { z: 1 }],
    ["neither of what it saw", { b: undefined }],
    ["both of what it saw", { a: "C".repeat(16) }],
    ["a version that is none", { b: -1 }],
    ["a version with a fraction", { b: 1.5 }],
    ["a short id", { o: "A" }],
    ["a long id", { e: "B".repeat(23) }],
    ["an id of other letters", { o: `${"A".repeat(15)}ä` }],
    ["a field name that begins with a digit", { f: "1name" }],
    ["a field name of the language's own", { f: "__proto__" }],
    ["a time with a fraction", { t: 1.5 }],
    ["a time beyond the calendar", { t: 9e15 }],
    ["an unknown verb", { k: "wipe" }],
    ["no field", { f: undefined }],
    ["a text without the hash it saw", { k: "text" }],
    ["a text that is none", { k: "text", v: 1, h: "h".repeat(43) }],
  ])("with %s is not understood", (_, change) => {
    expect(v.is(wireOpSchema, JSON.parse(JSON.stringify({ ...set, ...change })))).toBe(false);
  });
});
