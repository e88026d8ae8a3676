import * as fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { wireToOp } from "#protocol/op.ts";
import { anySyncRequestSchema } from "#protocol/raise.ts";
import { syncRequestSchema } from "#protocol/sync-request.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { runs } from "./texts.ts";

const idOf = (length: number) => fc.nat().map((count) => String(count).padStart(length, "A"));
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
const field = fc.stringMatching(/^[a-z][a-zA-Z0-9.-]{0,12}$/);
const moment = fc.nat(2e12);
const seen = fc.oneof(fc.record({ b: fc.nat() }), fc.record({ a: idOf(16) }));

/** An edit as each version wrote it. What a version could say is never taken away from here. */
const editsOf: Readonly<Record<number, readonly fc.Arbitrary<object>[]>> = {
  1: [
    fc.record({
      k: fc.constant("new"),
      v: fc.record({
        kind: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/),
        home: idOf(22),
        f: fc.dictionary(field, json, { noNullPrototype: true }),
      }),
    }),
    fc.record({ k: fc.constant("set"), f: field, v: json }),
    fc.record(
      { k: fc.constant("text"), f: field, v: fc.string(), h: idOf(43), x: fc.string() },
      { requiredKeys: ["k", "f", "v", "h"] },
    ),
    fc.record({ k: fc.constant("del") }),
  ],
  2: [
    fc.record({ k: fc.constant("inc"), f: field, v: fc.maxSafeInteger() }),
    fc.record({ k: fc.constant("rem"), f: field }),
    fc.record({ k: fc.constant("new"), f: field, v: json }),
    fc.record({ k: fc.constantFrom("share", "unshare"), v: idOf(22) }),
  ],
};

/** A push of any version, with edits that this version could make. */
const pushes = fc.integer({ min: 1, max: PROTOCOL_VERSION }).chain((p) => {
  const known = Object.entries(editsOf).flatMap(([of, edits]) => (Number(of) <= p ? edits : []));
  const start = fc.record({ o: idOf(16), e: idOf(22), t: moment, st: moment });
  const edit = fc
    .tuple(start, seen, fc.oneof(...known))
    .map(([one, saw, content]) => ({ ...one, ...saw, ...content }));
  return fc.record({
    p: fc.constant(p),
    dev: idOf(22),
    now: moment,
    max: fc.integer({ min: 50_000, max: 4_000_000 }),
    ops: fc.array(edit, { maxLength: 5 }),
    q: fc.array(idOf(16), { maxLength: 3 }),
    cur: fc.constant({}),
  });
});

test("a push of any version is understood, edit by edit, under its ids and in its order", () => {
  fc.assert(
    fc.property(pushes, (push) => {
      const read = v.parse(anySyncRequestSchema, structuredClone(push));
      expect(read.p).toBe(push.p);
      expect(read.q).toEqual(push.q);
      expect(read.ops.map(({ o, e }) => [o, e])).toEqual(push.ops.map(({ o, e }) => [o, e]));
      for (const op of read.ops) expect(() => wireToOp(op)).not.toThrow();
    }),
    runs,
  );
});

test("what version 1 wrote means today what it meant then", () => {
  const ofVersion1 = pushes.filter(({ p }) => p === 1);
  fc.assert(
    fc.property(ofVersion1, (push) => {
      const read = v.parse(anySyncRequestSchema, structuredClone(push));
      expect(read).toEqual(push);
    }),
    runs,
  );
});

test("a push of the present version is read as its schema alone reads it", () => {
  fc.assert(
    fc.property(pushes, (push) => {
      const present = { ...push, p: PROTOCOL_VERSION };
      expect(v.parse(anySyncRequestSchema, present)).toEqual(v.parse(syncRequestSchema, present));
    }),
    runs,
  );
});

test("what is no push is told from one, and never breaks the reading", () => {
  const broken = fc.oneof(
    json,
    fc.record({ p: json, ops: json }),
    fc.record({ p: fc.integer({ min: -2, max: PROTOCOL_VERSION + 2 }), ops: fc.array(json) }),
  );
  fc.assert(
    fc.property(broken, (body) => {
      expect(v.is(anySyncRequestSchema, body)).toBe(false);
    }),
    runs,
  );
});
