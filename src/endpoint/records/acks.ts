import type { Kysely } from "kysely";
import type { DeviceId, OpId, RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Seen } from "#domain/op.ts";
import type { WireAck } from "#protocol/sync-answer.ts";
import { among } from "../database/among.ts";
import type { AppliedTable, Schema } from "../database/schema.ts";
import { writeRows } from "../database/write-rows.ts";

/** What became of an edit, which record it was about, and, if it was refused, what its author had seen. */
export type Answered = {
  readonly record: RecordId;
  readonly ack: WireAck;
  readonly seen?: Seen;
};

/** What is known of edits by their ids: the answers the asking member was given, and the ids that another member used. */
type KnownAnswers = {
  readonly given: ReadonlyMap<OpId, Answered>;
  readonly taken: ReadonlySet<OpId>;
};

/**
 * The answers that were given for good to those of the edits that have one. An answer belongs to the member who sent the
 * edit, whichever device asks: a backup carries edits from one to another, and both may send them. Of another member's
 * edit only that the id is taken comes back, not what became of it.
 */
export const loadAnswers = async (
  database: Kysely<Schema>,
  ids: readonly OpId[],
  member: string,
): Promise<KnownAnswers> => {
  const given = new Map<OpId, Answered>();
  const taken = new Set<OpId>();
  if (ids.length === 0) return { given, taken };
  const rows = await database
    .selectFrom("applied")
    .leftJoin("device", "device.id", "applied.device_id")
    .select(["op_id", "entity_id", "member_id", "ack"])
    .where(among(database, "op_id", ids))
    .execute();
  for (const row of rows) {
    const id = row.op_id as OpId;
    if (row.member_id !== member) taken.add(id);
    else given.set(id, { record: row.entity_id as RecordId, ack: row.ack as WireAck });
  }
  return { given, taken };
};

/**
 * What the authors of refused edits had seen, by the edits' ids. An edit made on top of a refused one had that in sight, and
 * nothing more: without it a person's own next edit would look concurrent with the one before the refused.
 */
export const loadSeenOfRefused = async (
  database: Kysely<Schema>,
  ids: readonly OpId[],
): Promise<Map<OpId, Seen>> => {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom("applied")
    .select(["op_id", "seen"])
    .where(among(database, "op_id", ids))
    .where("seen", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.op_id as OpId, JSON.parse(row.seen ?? "null") as Seen]));
};

/**
 * Writes down answers that stay as they are from now on. An edit that was answered already breaks the transaction with a
 * used key; when another process answers the same edit at once, `transact` then finds that answer. Written in the order
 * of their ids, so two transactions never wait for each other.
 */
export const saveAnswers = async (
  database: Kysely<Schema>,
  answers: Iterable<readonly [OpId, Answered]>,
  device: DeviceId,
  at: Instant,
): Promise<void> => {
  const sorted = [...answers].sort(([one], [other]) => (one < other ? -1 : 1));
  const rows = sorted.map(([id, { record, ack, seen }]): AppliedTable => ({
    op_id: id,
    entity_id: record,
    device_id: device,
    ack,
    seen: seen === undefined ? null : JSON.stringify(seen),
    at,
  }));
  await writeRows(database, rows, insertAnswers);
};

const insertAnswers = (database: Kysely<Schema>, rows: readonly AppliedTable[]) =>
  database.insertInto("applied").values(rows);
