import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import type { Fields, Json } from "#domain/json.ts";
import type { Op } from "#domain/op.ts";
import { opToWire, wireOpSchema, wireToOp } from "#protocol/op.ts";

const idOf = (length: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{${length}}$`));
const field = fc
  .stringMatching(/^[a-zA-Z][a-zA-Z0-9_.-]{0,20}$/)
  .filter((name) => name !== "constructor" && name !== "prototype");
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);
const instant = fc.integer({ min: -6.2e13, max: 2.5e14 }).map(toInstant);
const start = fc.record({
  id: idOf(16) as fc.Arbitrary<OpId>,
  record: idOf(22) as fc.Arbitrary<RecordId>,
  seen: fc.oneof(
    fc.record({ ver: fc.nat() }),
    fc.record({ after: idOf(16) as fc.Arbitrary<OpId> }),
  ),
  at: instant,
  endpointAt: instant,
});
const fields = fc.dictionary(field, json).map((made): Fields => ({ ...made }));
const content = fc.oneof(
  fc.record({
    verb: fc.constant("new" as const),
    value: fc.record({
      kind: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/),
      home: idOf(22) as fc.Arbitrary<ScopeId>,
      fields,
    }),
  }),
  fc.record({ verb: fc.constant("set" as const), field, value: json }),
  fc.record({
    verb: fc.constant("text" as const),
    field,
    value: fc.string(),
    hash: idOf(43),
    base: fc.string(),
  }),
  fc.record({ verb: fc.constant("del" as const) }),
  fc.record({ verb: fc.constant("inc" as const), field, value: fc.maxSafeInteger() }),
  fc.record({ verb: fc.constant("rem" as const), field }),
  fc.record({ verb: fc.constant("add" as const), field, value: json }),
  fc.record({
    verb: fc.constantFrom("share" as const, "unshare" as const),
    scope: idOf(22) as fc.Arbitrary<ScopeId>,
  }),
);
const again = fc.record(
  { was: fc.array(fc.maxSafeNat(), { maxLength: 20 }) },
  { requiredKeys: [] },
);
const anyOp = fc
  .tuple(start, content, again)
  .map(([one, other, lost]): Op => ({ ...one, ...other, ...lost }));

const overTheWire = (op: Op, withBase: boolean): Op =>
  wireToOp(v.parse(wireOpSchema, JSON.parse(JSON.stringify(opToWire(op, withBase)))));

describe("an edit", () => {
  test("comes off the wire as it went on", () => {
    fc.assert(
      fc.property(anyOp, (op) => {
        expect(overTheWire(op, true)).toEqual(op);
      }),
    );
  });

  test("leaves the text it started from behind unless that is asked for", () => {
    fc.assert(
      fc.property(anyOp, (op) => {
        const wire = opToWire(op, false);
        expect("x" in wire).toBe(false);
        expect(overTheWire(op, false).id).toBe(op.id);
      }),
    );
  });

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
