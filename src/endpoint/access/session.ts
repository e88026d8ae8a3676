import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import { bytesToBase64Url, type DeviceId, type MemberId } from "#domain/ids.ts";
import { dayMs, hourMs, type Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Schema } from "../database/schema.ts";
import { sha256 } from "../sha256.ts";

/** Who a request comes from. */
export type SignedIn = { readonly device: DeviceId; readonly member: MemberId };

/** A session that is not used for this long is over, in milliseconds: 7 days. */
export const sessionIdleMs: number = 7 * dayMs;
/** A session is over after this long however much it is used, in milliseconds: 30 days. */
export const sessionLifetimeMs: number = 30 * dayMs;
/** Use is written down at most this often, so that reading stays reading. */
const usedStepMs = hourMs;

/**
 * Starts a session for a device and returns its token, 128 random bits: what is asked of one (OWASP ASVS 5.0, V7.2.3), for it
 * goes along with every request. Sessions of the device that are over go.
 */
export const startSession = async (
  database: Kysely<Schema>,
  device: DeviceId,
  chance: Chance,
  now: Instant,
): Promise<string> => {
  const token = bytesToBase64Url(chance.bytes(16));
  await database
    .deleteFrom("session")
    .where("device_id", "=", device)
    .where((is) =>
      is.or([
        is("created_at", "<=", now - sessionLifetimeMs),
        is("used_at", "<=", now - sessionIdleMs),
      ]),
    )
    .execute();
  await database
    .insertInto("session")
    .values({ token_hash: sha256(token), device_id: device, created_at: now, used_at: now })
    .execute();
  return token;
};

/**
 * Finds whose session a token is. Fails with `session.missing` for a token that is none or whose time is over, and with
 * `device.revoked` when the device was revoked.
 */
export const findSession = async (
  database: Kysely<Schema>,
  token: string | undefined,
  now: Instant,
): Promise<Result<SignedIn, "session.missing" | "device.revoked">> => {
  if (token === undefined) return fail("session.missing");
  const hash = sha256(token);
  const row = await database
    .selectFrom("session")
    .innerJoin("device", "device.id", "session.device_id")
    .select(["device.id", "device.member_id", "device.revoked_at"])
    .select(["session.created_at", "session.used_at"])
    .where("session.token_hash", "=", hash)
    .executeTakeFirst();
  if (row === undefined) return fail("session.missing");
  if (row.revoked_at !== null) return fail("device.revoked");
  if (now - row.created_at >= sessionLifetimeMs || now - row.used_at >= sessionIdleMs) {
    return fail("session.missing");
  }
  if (now - row.used_at >= usedStepMs) {
    await database
      .updateTable("session")
      .set({ used_at: now })
      .where("token_hash", "=", hash)
      .execute();
  }
  return ok({ device: row.id as DeviceId, member: row.member_id as MemberId });
};
