import * as v from "valibot";
import type { Chance } from "./chance.ts";

declare const idBrand: unique symbol;
type Id<Of extends string> = string & { readonly [idBrand]: Of };

/** A record: 128 random bits, base64url without padding (RFC 4648 §5), 22 characters. */
export type RecordId = Id<"record">;
/** One edit: 96 random bits, base64url, 16 characters. Short because every edit carries one over a slow link. */
export type OpId = Id<"op">;
/** A set of people who see the same records: a team, an area, a partner organisation or a person. Same shape as a record id. */
export type ScopeId = Id<"scope">;
/** One enrolled phone or laptop. Same shape as a record id; a label and a tie-break, never a proof of identity. */
export type DeviceId = Id<"device">;
/** A person who uses the program. Same shape as a record id; the person's own `adviser` record has the same id. */
export type MemberId = Id<"member">;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Writes bytes as base64url without padding (RFC 4648 §5). */
export const bytesToBase64Url = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    text += alphabet[first >> 2];
    text += alphabet[((first & 3) << 4) | ((second ?? 0) >> 4)];
    if (second !== undefined) text += alphabet[((second & 15) << 2) | ((third ?? 0) >> 6)];
    if (third !== undefined) text += alphabet[third & 63];
  }
  return text;
};

const makeId = (chance: Chance): string => bytesToBase64Url(chance.bytes(16));

/** Makes a new id that no other device makes: 128 bits of chance (an op: 96). */
export const makeRecordId = (chance: Chance): RecordId => makeId(chance) as RecordId;
export const makeScopeId = (chance: Chance): ScopeId => makeId(chance) as ScopeId;
export const makeDeviceId = (chance: Chance): DeviceId => makeId(chance) as DeviceId;
export const makeMemberId = (chance: Chance): MemberId => makeId(chance) as MemberId;
export const makeOpId = (chance: Chance): OpId => bytesToBase64Url(chance.bytes(12)) as OpId;

const longId = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

/** Parsers for ids that come from outside. */
export const recordIdSchema: v.GenericSchema<string, RecordId> = v.pipe(
  longId,
  v.transform((id) => id as RecordId),
);
export const scopeIdSchema: v.GenericSchema<string, ScopeId> = v.pipe(
  longId,
  v.transform((id) => id as ScopeId),
);
export const deviceIdSchema: v.GenericSchema<string, DeviceId> = v.pipe(
  longId,
  v.transform((id) => id as DeviceId),
);
export const memberIdSchema: v.GenericSchema<string, MemberId> = v.pipe(
  longId,
  v.transform((id) => id as MemberId),
);
export const opIdSchema: v.GenericSchema<string, OpId> = v.pipe(
  v.string(),
  v.regex(/^[\w-]{16}$/),
  v.transform((id) => id as OpId),
);
