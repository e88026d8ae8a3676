import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as v from "valibot";
import {
  changedFieldsAnswerSchema,
  changedFieldsRequestSchema,
  earlierAnswerSchema,
  earlierRequestSchema,
} from "#protocol/earlier.ts";
import {
  enrolAnswerSchema,
  enrolRequestSchema,
  lookAnswerSchema,
  lookRequestSchema,
} from "#protocol/enrolment.ts";
import * as limits from "#protocol/limits.ts";
import { wireOpSchema } from "#protocol/op.ts";
import { requestRefusalSchema } from "#protocol/refusal.ts";
import { sessionRequestSchema } from "#protocol/session.ts";
import { answerLineSchema } from "#protocol/sync-answer.ts";
import { syncRequestSchema } from "#protocol/sync-request.ts";
import { isKnownVersion, OLDEST_PULL_VERSION, PROTOCOL_VERSION } from "#protocol/version.ts";
import { describeSchema } from "./describe-schema.ts";

const messages = {
  answerLineSchema,
  changedFieldsAnswerSchema,
  changedFieldsRequestSchema,
  earlierAnswerSchema,
  earlierRequestSchema,
  enrolAnswerSchema,
  enrolRequestSchema,
  limits: { ...limits },
  lookAnswerSchema,
  lookRequestSchema,
  requestRefusalSchema,
  sessionRequestSchema,
  syncRequestSchema,
  wireOpSchema,
};

/** The messages of every released version. A line is added with a version and never changed. */
const released: Readonly<Record<number, string>> = {
  1: "MZ696H-2C3Fw6LES7M7T2g",
  2: "EhQTxWaJhvh9KzSxLNnPX7",
};

const hashOf = (description: unknown): string =>
  createHash("sha256").update(JSON.stringify(description)).digest("base64url").slice(0, 22);

describe("the version of the exchange", () => {
  test("is raised with every change of a message", () => {
    const hash = hashOf(describeSchema(messages));
    expect(
      hash,
      `The messages of the exchange are not those of version ${PROTOCOL_VERSION} any more. Phones with the old program ` +
        "will meet this endpoint for weeks. If the change is meant: raise PROTOCOL_VERSION in src/protocol/version.ts with a " +
        "line on what changed, give the earlier edits a step in src/protocol/raise.ts, record the new version " +
        "(tests/vectors/protocol/README.md), and add it with the hash " +
        `${hash} to this test. If the version was never released, replace its hash here and record it again.`,
    ).toBe(released[PROTOCOL_VERSION]);
  });

  test("is the last of an unbroken row", () => {
    const versions = Object.keys(released).map(Number);
    expect(versions).toEqual(Array.from({ length: PROTOCOL_VERSION }, (_, at) => at + 1));
    expect(versions).toContain(OLDEST_PULL_VERSION);
  });

  test("is known from the first to the present one", () => {
    expect(
      [0, 1, PROTOCOL_VERSION, PROTOCOL_VERSION + 1, 1.5, Number.NaN].map(isKnownVersion),
    ).toEqual([false, true, true, false, false, false]);
  });
});

describe("the description of a schema", () => {
  const one = v.object({ a: v.pipe(v.string(), v.regex(/^x$/), v.maxLength(3)), b: v.literal(1) });
  test.each([
    [
      "another pattern",
      v.object({ a: v.pipe(v.string(), v.regex(/^y$/), v.maxLength(3)), b: v.literal(1) }),
    ],
    [
      "another limit",
      v.object({ a: v.pipe(v.string(), v.regex(/^x$/), v.maxLength(4)), b: v.literal(1) }),
    ],
    [
      "another literal",
      v.object({ a: v.pipe(v.string(), v.regex(/^x$/), v.maxLength(3)), b: v.literal(2) }),
    ],
    ["a member more", v.object({ ...one.entries, c: v.number() })],
    ["a member less", v.object({ a: one.entries.a })],
    ["an optional member", v.object({ ...one.entries, b: v.optional(one.entries.b) })],
    ["no unknown members", v.strictObject(one.entries)],
  ])("tells %s", (_, other) => {
    expect(hashOf(describeSchema(other))).not.toBe(hashOf(describeSchema(one)));
  });

  test("is the same for a schema built again in another order", () => {
    const again = v.object({
      b: v.literal(1),
      a: v.pipe(v.string(), v.regex(/^x$/), v.maxLength(3)),
    });
    expect(hashOf(describeSchema(again))).toBe(hashOf(describeSchema(one)));
  });
});
