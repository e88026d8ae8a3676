import type { Kysely } from "kysely";
import { claimKinds, claimOf } from "#domain/claim.ts";
import { makeDeviceId, type RecordId } from "#domain/ids.ts";
import type { Chance } from "#domain/chance.ts";
import type { Instant } from "#domain/instant.ts";
import type { Schema } from "../database/schema.ts";
import { makeCalendars } from "./calendars.ts";
import { loadEntities } from "./entities.ts";
import { advanceFeeds, Touched } from "./feed.ts";
import { ruleSlots } from "./rule-slots.ts";

/**
 * Rules on the times of records that no push has ruled on: those from before the endpoint did that. What changed longest
 * ago comes first. Run when the endpoint starts; when there is nothing to rule on, it only reads.
 */
export const ruleUnruled = async (
  database: Kysely<Schema>,
  chance: Chance,
  at: Instant,
): Promise<void> => {
  if ((await unruled(database)).length === 0) return;
  await database.transaction().execute(async (transaction) => {
    const ids = await unruled(transaction);
    const entities = await loadEntities(transaction, ids);
    const claiming = ids.flatMap((id) => {
      const entity = entities.get(id);
      return entity === undefined || claimOf(entity) === null ? [] : [entity];
    });
    const calendars = makeCalendars(transaction, claiming.length);
    // Nothing of them was given out of an allotment by the device that is named here.
    const device = makeDeviceId(chance);
    const records = new Map(claiming.map((one) => [one.id, { ...one, ver: one.ver + 1 }]));
    const touched = new Touched();
    await ruleSlots(transaction, calendars, { records, device, at, touched });
    await advanceFeeds(transaction, touched, at);
  });
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
