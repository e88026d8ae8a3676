import type { Kysely, Transaction } from "kysely";
import { claimKinds, claimOf } from "#domain/times/claim.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";
import { makeCalendars } from "./calendars.ts";
import { loadEntities, lockEntities } from "../records/entities.ts";
import { advanceFeeds, Touched } from "../records/feed.ts";
import { ruleSlots, saveRuled } from "./rule-slots.ts";

/**
 * Rules on the times of records that no push has ruled on: those from before the endpoint did that. What changed longest
 * ago comes first. Run when the endpoint starts; when there is nothing to rule on, it only reads.
 */
export const ruleUnruled = async (database: Kysely<Schema>, at: Instant): Promise<void> => {
  if ((await unruled(database)).length > 0) {
    await transact(database, (transaction) => ruleAll(transaction, at));
  }
};

const ruleAll = async (transaction: Transaction<Schema>, at: Instant) => {
  const found = await loadEntities(transaction, await unruled(transaction));
  const calendars = makeCalendars(transaction, found.size);
  await calendars.include([...found.values()].flatMap((entity) => claimOf(entity) ?? []));
  // Another process may have started too, and have ruled while this one waited for the calendars.
  const ids = await unruled(transaction);
  const entities = await lockEntities(transaction, ids);
  const records = new Map<RecordId, Entity>();
  for (const id of ids) {
    const entity = entities.get(id);
    if (entity !== undefined) records.set(id, { ...entity, ver: entity.ver + 1 });
  }
  const touched = new Touched();
  await saveRuled(
    transaction,
    await ruleSlots(transaction, calendars, { records, author: null, at, touched }),
  );
  await advanceFeeds(transaction, touched, at);
};

const unruled = async (database: Kysely<Schema>): Promise<RecordId[]> => {
  const rows = await database
    .selectFrom("entity")
    .leftJoin("slot", "slot.record_id", "entity.id")
    .leftJoin("feed", (join) =>
      join.onRef("feed.entity_id", "=", "entity.id").onRef("feed.scope_id", "=", "entity.home"),
    )
    .select(["entity.id", "feed.seq"])
    .where("entity.kind", "in", [...claimKinds])
    .where("entity.deleted", "=", 0)
    .where("slot.record_id", "is", null)
    .where("entity.fields", "not like", '%"status":"cancelled"%')
    .orderBy("feed.seq")
    .orderBy("entity.id")
    .execute();
  return rows.map((row) => row.id as RecordId);
};
