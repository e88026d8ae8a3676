import type { Kysely } from "kysely";
import type { DeviceId, OpId, RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { WireAck } from "#protocol/sync-answer.ts";
import type { Schema } from "../database/schema.ts";

/** What became of an edit, and which record it was about. */
export type Answered = { readonly record: RecordId; readonly ack: WireAck };

/** The answers that were given for good to those of the edits that have one. */
export const loadAnswers = async (
  database: Kysely<Schema>,
  ids: readonly OpId[],
): Promise<Map<OpId, Answered>> => {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom("applied")
    .select(["op_id", "entity_id", "ack"])
    .where("op_id", "in", [...ids])
    .execute();
  return new Map(
    rows.map((row) => [
      row.op_id as OpId,
      { record: row.entity_id as RecordId, ack: row.ack as WireAck },
    ]),
  );
};

/** Writes down answers that stay as they are from now on. An edit that was answered already is a defect, and throws. */
export const saveAnswers = async (
  database: Kysely<Schema>,
  answers: Iterable<readonly [OpId, Answered]>,
  device: DeviceId,
  at: Instant,
): Promise<void> => {
  for (const [id, { record, ack }] of answers) {
    await database
      .insertInto("applied")
      .values({ op_id: id, entity_id: record, device_id: device, ack, at })
      .execute();
  }
};
