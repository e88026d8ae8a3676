import type { Kysely } from "kysely";
import type { DeviceId, OpId, RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { WireAck } from "#protocol/sync-answer.ts";
import type { Schema } from "../database/schema.ts";

/** What became of an edit, and which record it was about. */
export type Answered = { readonly record: RecordId; readonly ack: WireAck };

/** What is known of edits by their ids: the answers the asking device was given, and the ids that another device used. */
type KnownAnswers = {
  readonly given: ReadonlyMap<OpId, Answered>;
  readonly taken: ReadonlySet<OpId>;
};

/**
 * The answers that were given for good to those of the edits that have one. An answer belongs to the device that sent the
 * edit: of another device's edit only that the id is taken comes back, not what became of it.
 */
export const loadAnswers = async (
  database: Kysely<Schema>,
  ids: readonly OpId[],
  device: DeviceId,
): Promise<KnownAnswers> => {
  const given = new Map<OpId, Answered>();
  const taken = new Set<OpId>();
  if (ids.length === 0) return { given, taken };
  const rows = await database
    .selectFrom("applied")
    .select(["op_id", "entity_id", "device_id", "ack"])
    .where("op_id", "in", [...ids])
    .execute();
  for (const row of rows) {
    const id = row.op_id as OpId;
    if (row.device_id !== device) taken.add(id);
    else given.set(id, { record: row.entity_id as RecordId, ack: row.ack as WireAck });
  }
  return { given, taken };
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
