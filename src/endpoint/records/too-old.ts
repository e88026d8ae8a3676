import type { Kysely } from "kysely";
import type { DeviceId } from "#domain/ids.ts";
import { dayMs, type Instant, toInstant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import type { Schema } from "../database/schema.ts";

/**
 * How long an edit is taken, from when its author last heard the endpoint before making it (`st`): half a year, as long as
 * the endpoint surely knows the edits it has answered (sync.md §2.3).
 */
export const editsTakenMs = 180 * dayMs;

/** When a push arrived, and when the device that sent it had been enrolled; both by the endpoint's clock. */
export type Arrival = { readonly arrivedAt: Instant; readonly enrolledAt: Instant };

/**
 * Whether an edit without an answer may have been answered so long ago that the answer is forgotten: taken, it would be
 * applied twice. It cannot have been sent before its author heard the endpoint, and that is told by the endpoint's own clock.
 * One made before the very first exchange (`st` 0) cannot have been sent before its device was enrolled.
 */
export const isTooOld = ({ endpointAt }: Op, { arrivedAt, enrolledAt }: Arrival): boolean =>
  arrivedAt - (endpointAt === 0 ? enrolledAt : endpointAt) > editsTakenMs;

/** When a device was enrolled; just now (`arrivedAt`) where it is none, as with records of a demonstration. */
export const loadEnrolledAt = async (
  database: Kysely<Schema>,
  device: DeviceId,
  arrivedAt: Instant,
): Promise<Instant> => {
  const row = await database
    .selectFrom("device")
    .select("created_at")
    .where("id", "=", device)
    .executeTakeFirst();
  return row === undefined ? arrivedAt : toInstant(row.created_at);
};
