import type { Context, Hono } from "hono";
import { decodeJwt } from "jose";
import type { Kysely } from "kysely";
import * as v from "valibot";
import { type DeviceId, deviceIdSchema } from "#domain/ids.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { DevicePublicKey } from "#protocol/enrolment.ts";
import { sessionRequestSchema } from "#protocol/session.ts";
import { isTimely, useAssertion, verifyAssertion } from "../access/assertion.ts";
import { startSession } from "../access/session.ts";
import type { Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";
import type { RouteDeps } from "../deps.ts";
import { type Refusal, refusal, refusalResponse } from "../failures.ts";
import { writeSessionCookie } from "../http/cookie.ts";
import { parseBody } from "../http/parse-body.ts";

/** `POST /session`: a signed assertion for a cookie. Answers 204. See `protocol/session.ts`. */
export const addSessionRoute = (app: Hono, deps: RouteDeps): void => {
  app.post("/session", async (context) => {
    const token = await signIn(context, deps);
    if (!token.ok) return refusalResponse(token.failure, deps.clock.now());
    writeSessionCookie(context, deps.origin, token.value);
    return context.body(null, 204);
  });
};

const signIn = async (
  context: Context,
  { database, clock, chance }: RouteDeps,
): Promise<Result<string, Refusal>> => {
  const body = await parseBody(context.req.raw, sessionRequestSchema);
  if (!body.ok) return body;
  const { assertion } = body.value;
  const device = claimedDevice(assertion);
  if (!device.ok) return device;
  const registered = await findDevice(database, device.value);
  if (registered === null) return fail(refusal("device.unknown"));
  const verified = await verifyAssertion(assertion, device.value, registered.key);
  if (!verified.ok) return fail(refusal(verified.failure));
  const now = clock.now();
  if (!isTimely(verified.value, now)) return fail(refusal("assertion.invalid"));
  if (registered.isRevoked) return fail(refusal("device.revoked"));
  return transact(database, async (transaction) =>
    (await useAssertion(transaction, device.value, verified.value, now))
      ? ok(await startSession(transaction, device.value, chance, now))
      : fail(refusal("assertion.invalid")),
  );
};

/** Whom an assertion says it is from; nothing is proven by it yet. */
const claimedDevice = (assertion: string): Result<DeviceId, Refusal> => {
  try {
    const claimed = v.safeParse(deviceIdSchema, decodeJwt(assertion).iss);
    return claimed.success ? ok(claimed.output) : fail(refusal("assertion.invalid"));
  } catch {
    return fail(refusal("assertion.invalid"));
  }
};

const findDevice = async (database: Kysely<Schema>, id: DeviceId) => {
  const row = await database
    .selectFrom("device")
    .select(["key", "revoked_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { key: JSON.parse(row.key) as DevicePublicKey, isRevoked: row.revoked_at !== null };
};
