import * as fc from "fast-check";
import type { DeviceId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import { type Instant, toInstant } from "#domain/instant.ts";
import type { Fields, Json } from "#domain/json.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import { restorationsMaxCount } from "#protocol/limits.ts";

/*
 * Everything that can be said on the wire, at random.
 */

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Ids are drawn from two numbers, not letter by letter: a law looks at hundreds of thousands of them. */
const idOf = <Id extends string>(length: number): fc.Arbitrary<Id> =>
  fc.tuple(fc.nat(), fc.nat()).map(([one, other]) => {
    const digits = Array.from(
      { length },
      (_, at) => ((one >>> (at % 25)) ^ (other >>> (at % 23))) & 63,
    );
    return digits.map((digit) => letters.charAt(digit)).join("") as Id;
  });

export const opId: fc.Arbitrary<OpId> = idOf<OpId>(16);
export const recordId: fc.Arbitrary<RecordId> = idOf<RecordId>(22);
export const scopeId: fc.Arbitrary<ScopeId> = idOf<ScopeId>(22);
export const deviceId: fc.Arbitrary<DeviceId> = idOf<DeviceId>(22);
export const epoch: fc.Arbitrary<string> = idOf<string>(8);

/** A value as JSON brings it: -0 does not exist there. */
export const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

/** Any moment with a year of four digits. */
export const instant: fc.Arbitrary<Instant> = fc
  .integer({ min: -62_135_510_400_000, max: 253_402_214_399_999 })
  .map(toInstant);

/** A field's name or path. Names that every object inherits are among them. */
export const field: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_.-]{0,20}$/),
  fc.constantFrom("toString", "constructor", "prototype", "items.__proto__", "items.constructor"),
);

export const fields: fc.Arbitrary<Fields> = fc.dictionary(field, json, {
  noNullPrototype: true,
  maxKeys: 6,
});

const start = fc.record({
  id: opId,
  record: recordId,
  seen: fc.oneof(fc.record({ ver: fc.nat() }), fc.record({ after: opId })),
  at: instant,
  endpointAt: instant,
});

const content = fc.oneof(
  fc.record({
    verb: fc.constant("new" as const),
    value: fc.record({
      kind: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/),
      home: scopeId,
      fields,
    }),
  }),
  fc.record({ verb: fc.constant("set" as const), field, value: json }),
  fc.record({
    verb: fc.constant("text" as const),
    field,
    value: fc.string({ unit: "binary" }),
    hash: idOf(43),
    base: fc.string({ unit: "binary" }),
  }),
  fc.record({ verb: fc.constant("del" as const) }),
  fc.record({ verb: fc.constant("inc" as const), field, value: fc.maxSafeInteger() }),
  fc.record({ verb: fc.constant("rem" as const), field }),
  fc.record({ verb: fc.constant("add" as const), field, value: json }),
  fc.record({ verb: fc.constantFrom("share" as const, "unshare" as const), scope: scopeId }),
);

/** An edit that the endpoint has lost in restorations says what the record's versions were then. */
const again = fc.record(
  { was: fc.array(fc.maxSafeNat(), { maxLength: restorationsMaxCount }) },
  { requiredKeys: [] },
);

/** Any edit. */
export const op: fc.Arbitrary<Op> = fc
  .tuple(start, content, again)
  .map(([one, other, lost]): Op => ({ ...one, ...other, ...lost }));

/** Any record, of a kind that is known or not. */
export const recordState: fc.Arbitrary<RecordState> = fc.record({
  id: recordId,
  kind: fc.oneof(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    fc.constantFrom("constructor", "prototype"),
  ),
  home: scopeId,
  shares: fc.array(scopeId, { maxLength: 3 }),
  ver: fc.nat(),
  deleted: fc.boolean(),
  fields,
});
