import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  bytesToBase64Url,
  deviceIdSchema,
  makeDeviceId,
  makeMemberId,
  makeOpId,
  makeRecordId,
  makeScopeId,
  memberIdSchema,
  opIdSchema,
  recordIdSchema,
  scopeIdSchema,
} from "#domain/ids.ts";

const chance = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

test("writes bytes as Node does, at every length up to 66", () => {
  for (let length = 0; length <= 66; length += 1) {
    const bytes = randomBytes(length);
    expect(bytesToBase64Url(bytes)).toBe(bytes.toString("base64url"));
  }
});

test("writes every byte as Node does in each of the three places", () => {
  for (let byte = 0; byte < 256; byte += 1) {
    for (const bytes of [[byte], [255, byte], [255, 255, byte], [byte, 0, 0]]) {
      expect(bytesToBase64Url(Uint8Array.from(bytes))).toBe(
        Buffer.from(bytes).toString("base64url"),
      );
    }
  }
});

test("writes a part of a larger buffer, not the buffer", () => {
  const whole = Uint8Array.from([9, 9, 1, 2, 3, 9]);
  expect(bytesToBase64Url(whole.subarray(2, 5))).toBe(Buffer.from([1, 2, 3]).toString("base64url"));
});

const longIds = [
  { name: "record", make: makeRecordId, schema: recordIdSchema },
  { name: "scope", make: makeScopeId, schema: scopeIdSchema },
  { name: "device", make: makeDeviceId, schema: deviceIdSchema },
  { name: "member", make: makeMemberId, schema: memberIdSchema },
];

describe.each([
  ...longIds.map((id) => ({ ...id, bits: 128, length: 22 })),
  { name: "op", make: makeOpId, schema: opIdSchema, bits: 96, length: 16 },
])("the id of a $name", ({ make, schema, bits, length }) => {
  test("carries every bit that chance gave", () => {
    const bytes = randomBytes(bits / 8);
    const id = make({ bytes: (count) => new Uint8Array(bytes.subarray(0, count)) });
    expect(Buffer.from(id, "base64url").equals(bytes)).toBe(true);
    expect(id).toHaveLength(length);
  });

  test("never comes twice", () => {
    expect(new Set(Array.from({ length: 2_000 }, () => make(chance))).size).toBe(2_000);
  });

  test("passes its own parser", () => {
    for (let run = 0; run < 200; run += 1) expect(v.is(schema, make(chance))).toBe(true);
  });

  test("is refused when it is too short, too long, of other signs, or no text", () => {
    const id = make(chance);
    for (const wrong of [
      id.slice(1),
      `${id}A`,
      `${id}\n`,
      `\n${id}`,
      `${id.slice(1)}=`,
      `${id.slice(1)}+`,
      `${id.slice(1)}/`,
      `${id.slice(1)}ä`,
      `${id.slice(1)} `,
      "",
      null,
      undefined,
      17,
      [id],
      { id },
    ]) {
      expect(v.is(schema, wrong)).toBe(false);
    }
  });
});
