import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { refusalCodes } from "#domain/failure.ts";
import { roles, scopeKinds } from "#domain/kind.ts";
import type { ScopeId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import { byPlace, fromPlaces } from "#protocol/by-place.ts";
import { answerBytes } from "#protocol/limits.ts";
import { opToWire, wireOpSchema, wireToOp } from "#protocol/op.ts";
import {
  type AnswerLine,
  type HeaderLine,
  lineToText,
  parseAnswerLine,
  recordToWire,
  type WireAck,
  wireToRecord,
} from "#protocol/sync-answer.ts";
import { requestToWire, syncRequestSchema } from "#protocol/sync-request.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { runs } from "./texts.ts";
import { deviceId, epoch, instant, op, opId, recordId, recordState, scopeId } from "./wire.ts";

/** A message as it is after it was sent. */
const sent = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

const parse = (line: unknown): AnswerLine => {
  const parsed = parseAnswerLine(JSON.stringify(line));
  if (!parsed.ok) throw new Error(`not a line of an answer: ${JSON.stringify(line)}`);
  return parsed.value;
};

describe("an edit", () => {
  test("comes off the wire as it went on", () => {
    fc.assert(
      fc.property(op, (edit) => {
        const wire = v.parse(wireOpSchema, sent(opToWire(edit, true)));
        expect(wireToOp(wire)).toEqual(edit);
      }),
      runs,
    );
  });

  test("goes back on the wire as it came off", () => {
    fc.assert(
      fc.property(op, fc.boolean(), (edit, withBase) => {
        const wire = v.parse(wireOpSchema, sent(opToWire(edit, withBase)));
        expect(sent(opToWire(wireToOp(wire), true))).toEqual(wire);
      }),
      runs,
    );
  });

  test("leaves the text it started from behind unless that is asked for, and nothing else", () => {
    fc.assert(
      fc.property(op, (edit) => {
        const { x: _, ...whole } = opToWire(edit, true) as { readonly x?: string };
        expect(opToWire(edit, false)).toEqual(whole);
      }),
      runs,
    );
  });
});

test("a record comes off the wire as it went on, and goes back on as it came off", () => {
  fc.assert(
    fc.property(recordState, (record) => {
      const wire = recordToWire(record);
      expect(wireToRecord(wire)).toEqual(record);
      expect(recordToWire(wireToRecord(wire))).toEqual(wire);
    }),
    runs,
  );
});

const cursor = fc.tuple(epoch, fc.nat());
const wireRecord = recordState.map(recordToWire);
const ack = fc.constantFrom<WireAck>(
  "a",
  "m",
  "c",
  "b",
  ...refusalCodes.map((code): WireAck => `r:${code}`),
);
const scopes = fc.dictionary(
  scopeId,
  fc.tuple(fc.constantFrom(...scopeKinds), fc.constantFrom(...roles)),
  { maxKeys: 4, noNullPrototype: true },
);
const header = fc.record({
  h: fc.constant(1 as const),
  p: fc.nat(),
  minp: fc.nat(),
  now: instant,
  ack: fc.dictionary(opId, ack, { maxKeys: 4, noNullPrototype: true }),
  scopes,
  echo: fc.array(
    fc
      .tuple(wireRecord, fc.array(scopeId, { maxLength: 2 }))
      .map(([record, seenIn]) => ({ ...record, in: seenIn })),
    { maxLength: 2 },
  ),
});
const line: fc.Arbitrary<AnswerLine> = fc.oneof(
  header as fc.Arbitrary<AnswerLine>,
  fc.record(
    { s: scopeId, reset: fc.constant(1 as const), c: cursor },
    { requiredKeys: ["s", "reset"] },
  ),
  fc.record(
    {
      s: scopeId,
      put: fc.array(wireRecord, { maxLength: 3 }),
      drop: fc.array(recordId, { maxLength: 3 }),
      erase: fc.array(recordId, { maxLength: 2 }),
      c: cursor,
    },
    { requiredKeys: ["s", "put", "drop", "c"] },
  ),
  fc.record({ s: scopeId, resetEnd: fc.constant(1 as const), c: cursor }),
  fc.record({ end: fc.constant(1 as const), more: fc.boolean() }),
);

/** A request's edits of three records, and a header that answers some of them and tells how these records are. */
const answered = fc
  .tuple(fc.uniqueArray(recordId, { minLength: 3, maxLength: 3 }), header)
  .chain(([records, base]) =>
    fc
      .record({
        ops: fc
          .uniqueArray(op, { selector: ({ id }) => id, maxLength: 8 })
          .chain((edits) =>
            fc.tuple(
              ...edits.map((edit) => fc.nat(2).map((at) => ({ ...edit, record: records[at] }))),
            ),
          )
          .map((edits) => edits.map((edit) => opToWire(edit as Op, false))),
        echoed: fc.array(wireRecord, { maxLength: 3 }),
        isStanding: fc.infiniteStream(fc.boolean()),
        fates: fc.infiniteStream(fc.option(ack)),
      })
      .map(({ ops, echoed, isStanding, fates }) => ({
        ops,
        header: {
          ...base,
          ack: {
            ...base.ack,
            ...Object.fromEntries(
              ops.flatMap(({ o }) => {
                const fate = fates.next().value;
                return fate === null ? [] : [[o, fate]];
              }),
            ),
          },
          echo: echoed.map((record, at) => {
            const id = records[at] ?? record.id;
            const said = ops.flatMap((one) =>
              one.e === id &&
              (one.k === "set" || one.k === "text") &&
              isStanding.next().value === true
                ? [[one.f, one.v] as const]
                : [],
            );
            const seenIn =
              isStanding.next().value === true ? [record.s] : [id as string as ScopeId];
            return { ...record, id, f: { ...record.f, ...Object.fromEntries(said) }, in: seenIn };
          }),
        } satisfies HeaderLine,
      })),
  );

describe("a line of an answer", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(line, (written) => {
        expect(parse(written)).toEqual(written);
      }),
      runs,
    );
  });

  test("is read the same when it was written without what is empty", () => {
    fc.assert(
      fc.property(line, (written) => {
        const text = lineToText(written, PROTOCOL_VERSION);
        expect(text.length).toBeLessThanOrEqual(JSON.stringify(written).length);
        expect(parse(JSON.parse(text))).toEqual(written);
        expect(JSON.parse(lineToText(written, 1))).toEqual(sent(written));
      }),
      runs,
    );
  });

  test("says the same of a request's edits by their places", () => {
    fc.assert(
      fc.property(answered, ({ ops, header: whole }) => {
        const thin = lineToText(
          byPlace(whole, new Map(Object.entries(whole.ack)), ops),
          PROTOCOL_VERSION,
        );
        const read = parse(JSON.parse(thin));
        if (!("h" in read)) throw new Error("a header was written");
        expect(fromPlaces(read, ops)).toEqual({ ok: true, value: whole });
      }),
      runs,
    );
  });

  test("is read the same with members that only a newer endpoint knows", () => {
    fc.assert(
      fc.property(line, fc.jsonValue(), (written, more) => {
        expect(parse({ ...written, later: more, k: 1 })).toEqual(written);
      }),
      runs,
    );
  });

  test("is not read at all when it was cut anywhere", () => {
    fc.assert(
      fc.property(line, fc.nat(), (written, at) => {
        const text = JSON.stringify(written);
        const cut = text.slice(0, at % text.length);
        expect(parseAnswerLine(cut)).toEqual({ ok: false, failure: "network.not_katve" });
      }),
      runs,
    );
  });

  test("refuses an edit also for a reason that nobody knows, and names no scope of an unknown kind", () => {
    fc.assert(
      fc.property(header, opId, scopeId, fc.string(), (written, id, scope, word) => {
        const newer = {
          ...written,
          ack: { ...written.ack, [id]: `r:later.${word}` },
          scopes: { ...written.scopes, [scope]: [`later-${word}`, "adviser"] },
        };
        const { [scope]: _, ...known } = written.scopes;
        const read = parse(newer);
        expect(read).toEqual({
          ...written,
          ack: { ...written.ack, [id]: "r:edit.value_invalid" },
          scopes: known,
        });
      }),
      runs,
    );
  });
});

const request = fc.record({
  p: fc.integer({ min: 1, max: PROTOCOL_VERSION }),
  dev: deviceId,
  now: instant,
  max: fc.integer({ min: answerBytes.least, max: answerBytes.most }),
  ops: fc.array(
    op.map((edit) => opToWire(edit, true)),
    { maxLength: 3 },
  ),
  q: fc.array(opId, { maxLength: 5 }),
  cur: fc.dictionary(scopeId, fc.oneof(cursor, fc.tuple(epoch, fc.nat(), fc.nat())), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  sc: fc.option(fc.string({ maxLength: 8 }), { nil: undefined }),
});

describe("a request", () => {
  test("is read as it was written, edits and cursors and all", () => {
    fc.assert(
      fc.property(request, (written) => {
        expect(v.parse(syncRequestSchema, sent(written))).toEqual(sent(written));
      }),
      runs,
    );
  });

  test("is read the same when it was sent without what is usual", () => {
    fc.assert(
      fc.property(request, fc.boolean(), (written, isUsual) => {
        const whole = {
          ...written,
          ...(isUsual ? { max: answerBytes.usual, ops: [], q: [] } : {}),
        };
        const thin = requestToWire(whole);
        expect(v.parse(syncRequestSchema, sent(thin))).toEqual(sent(whole));
        expect("max" in thin).toBe(whole.max !== answerBytes.usual);
      }),
      runs,
    );
  });

  test("is not understood with a cursor that is none", () => {
    const broken = fc.oneof(
      fc.tuple(fc.constantFrom("", "x".repeat(23), "ä"), fc.nat()),
      fc.tuple(epoch, fc.constantFrom(-1, 0.5, "1", null)),
      fc.tuple(epoch, fc.nat(), fc.constantFrom(-1, 0.5, true, null)),
      fc.tuple(epoch),
      fc.constantFrom(null, "", 1, {}),
    );
    fc.assert(
      fc.property(request, scopeId, broken, (written, scope, wrong) => {
        const message = { ...written, cur: { ...written.cur, [scope]: wrong } };
        expect(v.is(syncRequestSchema, sent(message))).toBe(false);
      }),
      runs,
    );
  });
});
