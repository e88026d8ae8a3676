import * as v from "valibot";
import { lineMaxLength } from "#domain/fields/field.ts";
import { type DeviceId, deviceIdSchema, type MemberId, memberIdSchema } from "#domain/ids.ts";

/**
 * An enrolment code as a person may have to type it: ten characters of Crockford's base 32 (50 bits), upper case,
 * without I, L, O and U. It travels in the fragment of a link, which browsers never send.
 */
export const enrolmentCodeSchema: v.GenericSchema<unknown, string> = v.pipe(
  v.string(),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/),
);

/** Reads a code as people type it: lower case, spaces and hyphens, O for 0, I and L for 1 (Crockford, "Base 32"). */
export const tidyEnrolmentCode = (written: string): string =>
  written.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");

/** A public key of the device: ECDSA on P-256 as a JSON Web Key (RFC 7517, RFC 7518 §6.2). */
export type DevicePublicKey = {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
};

const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

export const devicePublicKeySchema: v.GenericSchema<unknown, DevicePublicKey> = v.strictObject({
  kty: v.literal("EC"),
  crv: v.literal("P-256"),
  x: coordinate,
  y: coordinate,
});

/** The body of `POST /enrolment/look`: what does this code let me into? */
export type LookRequest = { readonly p: number; readonly code: string };

export const lookRequestSchema: v.GenericSchema<unknown, LookRequest> = v.strictObject({
  p: v.number(),
  code: enrolmentCodeSchema,
});

/** The answer to a look. `name` is there when the code is for a member who already has one. */
export type LookAnswer = {
  readonly area: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly team: string;
  readonly name?: string | undefined;
};

export const lookAnswerSchema: v.GenericSchema<unknown, LookAnswer> = v.object({
  area: v.object({ fi: v.string(), sv: v.string(), en: v.string() }),
  team: v.string(),
  name: v.optional(v.string()),
});

/**
 * The body of `POST /enrolment`: the code is used up, and the endpoint knows the device by its public key from then on.
 * `proof` is an assertion (see `session.ts`) signed with the new key, so that nobody enrols a key that is not theirs.
 * `member` is whose vault the device has already, when an endpoint that was restored from a backup does not know it any more:
 * the code then has to be for that member, and the device keeps its id and its key.
 */
export type EnrolRequest = {
  readonly p: number;
  readonly code: string;
  readonly name: string;
  readonly member?: MemberId | undefined;
  readonly device: { readonly id: DeviceId; readonly label: string; readonly key: DevicePublicKey };
  readonly proof: string;
};

export const enrolRequestSchema: v.GenericSchema<unknown, EnrolRequest> = v.strictObject({
  p: v.number(),
  code: enrolmentCodeSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(lineMaxLength)),
  member: v.optional(memberIdSchema),
  device: v.strictObject({
    id: deviceIdSchema,
    label: v.pipe(v.string(), v.maxLength(lineMaxLength)),
    key: devicePublicKeySchema,
  }),
  proof: v.pipe(v.string(), v.maxLength(2_000)),
});

/** The answer to an enrolment: who the device now belongs to. The session's cookie comes with it. */
export type EnrolAnswer = { readonly member: MemberId; readonly name: string };

export const enrolAnswerSchema: v.GenericSchema<unknown, EnrolAnswer> = v.object({
  member: memberIdSchema,
  name: v.string(),
});
