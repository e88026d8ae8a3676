import * as v from "valibot";

/*
 * How a device of version 1 reads a line of an answer, as it was released. It is never changed and imports nothing of the
 * program: phones in pockets do not change either.
 */

const longId = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));
const instant = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-62_135_510_400_000),
  v.maxValue(253_402_214_399_999),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const cursor = v.strictTuple([v.string(), count]);
const record = {
  id: longId,
  t: v.string(),
  s: longId,
  ver: count,
  del: v.optional(v.literal(1)),
  f: v.record(v.string(), v.unknown()),
};
const acks = [
  "a",
  "m",
  "c",
  "b",
  "r:edit.record_unknown",
  "r:edit.record_exists",
  "r:edit.record_deleted",
  "r:edit.not_allowed",
  "r:edit.value_invalid",
  "r:edit.personal_code",
  "r:edit.verb_unsupported",
] as const;
const unknownRefusal = v.pipe(
  v.string(),
  v.startsWith("r:"),
  v.transform(() => "r:edit.value_invalid" as const),
);

const header = v.object({
  h: v.literal(1),
  p: count,
  minp: count,
  now: instant,
  ack: v.record(v.string(), v.union([v.picklist(acks), unknownRefusal])),
  scopes: v.record(
    v.string(),
    v.tuple([v.picklist(["team", "area"]), v.picklist(["adviser", "coordinator"])]),
  ),
  echo: v.array(v.object({ ...record, in: v.array(longId) })),
});
const reset = v.object({ s: longId, reset: v.literal(1) });
const chunk = v.object({
  s: longId,
  put: v.array(v.object(record)),
  drop: v.array(longId),
  c: cursor,
});
const resetEnd = v.object({ s: longId, resetEnd: v.literal(1), c: cursor });
const end = v.object({ end: v.literal(1), more: v.boolean() });

/** A line of an answer as a device of version 1 takes it. */
export const answerLineOfVersion1 = v.union([header, chunk, reset, resetEnd, end]);

/** A refusal as a device of version 1 takes it. */
export const refusalOfVersion1 = v.object({
  code: v.picklist([
    "body.not_json",
    "body.too_large",
    "body.not_understood",
    "protocol.unknown",
    "protocol.too_old",
    "origin.foreign",
    "session.missing",
    "assertion.invalid",
    "device.unknown",
    "device.revoked",
    "code.unknown",
    "code.used",
    "code.expired",
    "requests.too_many",
    "route.unknown",
    "endpoint.defect",
  ]),
  now: instant,
  retryAfterMs: v.optional(v.pipe(v.number(), v.minValue(0))),
});
