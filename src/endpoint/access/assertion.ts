import { compactVerify } from "jose";
import type { Kysely } from "kysely";
import * as v from "valibot";
import type { DeviceId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { DevicePublicKey } from "#protocol/enrolment.ts";
import { assertionLifetimeSeconds, codeLifetimeMs } from "#protocol/limits.ts";
import { assertionAudience } from "#protocol/session.ts";
import { isPostgres } from "../database/postgres.ts";
import type { Schema } from "../database/schema.ts";

/** What of a verified assertion is still to be judged. Times in seconds. */
export type VerifiedAssertion = {
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
};

/** How far the device's idea of the endpoint's clock may be off, in seconds. */
const leewaySeconds = 5;

const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e12));
const claimsSchema = v.object({
  iss: v.string(),
  sub: v.string(),
  aud: v.literal(assertionAudience),
  jti: v.pipe(v.string(), v.regex(/^[!-~]{8,64}$/)),
  iat: time,
  exp: time,
});

/**
 * Checks the signature of an assertion (ES256, RFC 7515) with a device's key, and that it speaks for that device to us.
 * Times and reuse are left to the caller. Fails with `assertion.invalid`.
 */
export const verifyAssertion = async (
  assertion: string,
  device: DeviceId,
  key: DevicePublicKey,
): Promise<Result<VerifiedAssertion, "assertion.invalid">> => {
  let claims: unknown;
  try {
    const { payload } = await compactVerify(
      assertion,
      { ...key, alg: "ES256" },
      { algorithms: ["ES256"] },
    );
    claims = JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return fail("assertion.invalid");
  }
  const parsed = v.safeParse(claimsSchema, claims);
  if (!parsed.success || parsed.output.iss !== device || parsed.output.sub !== device) {
    return fail("assertion.invalid");
  }
  return ok(parsed.output);
};

/** Whether an assertion is good at `now` by the endpoint's clock, and was not made to last longer than one may. */
export const isTimely = ({ iat, exp }: VerifiedAssertion, now: Instant): boolean => {
  const nowSeconds = now / 1_000;
  return (
    iat <= nowSeconds + leewaySeconds &&
    exp > nowSeconds - leewaySeconds &&
    exp - iat <= assertionLifetimeSeconds
  );
};

/**
 * Uses an assertion up: true the first time, false ever after. It is remembered as long as it could be sent again: until
 * it has run out, and at least as long as an enrolment code lives.
 */
export const useAssertion = async (
  database: Kysely<Schema>,
  device: DeviceId,
  { jti, exp }: VerifiedAssertion,
  now: Instant,
): Promise<boolean> => {
  const outAt = Math.ceil((exp + leewaySeconds) * 1_000);
  await forgetOld(database, now);
  const inserted = await database
    .insertInto("assertion_used")
    .values({ device_id: device, jti, expires_at: Math.max(outAt, now + codeLifetimeMs) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
};

/** Rows that another sign-in is deleting already are left to it. */
const forgetOld = async (database: Kysely<Schema>, now: Instant): Promise<void> => {
  await database
    .deleteFrom("assertion_used")
    .where((is) =>
      is(
        is.refTuple("device_id", "jti"),
        "in",
        is
          .selectFrom("assertion_used")
          .select(["device_id", "jti"])
          .where("expires_at", "<=", now)
          .$if(isPostgres(database), (query) => query.forUpdate().skipLocked())
          .$asTuple("device_id", "jti"),
      ),
    )
    .execute();
};
