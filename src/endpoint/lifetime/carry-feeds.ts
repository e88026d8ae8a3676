import type { Kysely } from "kysely";
import type { CalendarFeedTable, Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";

/** Every calendar feed, as its row tells of it; none in data from before there were feeds. */
export const readFeeds = async (database: Kysely<Schema>): Promise<CalendarFeedTable[]> => {
  const tables = await database.introspection.getTables();
  if (!tables.some(({ name }) => name === "calendar_feed")) return [];
  return database.selectFrom("calendar_feed").selectAll().orderBy("id").execute();
};

/**
 * Puts the present feeds in the place of those in data from before: an address that was revoked since stays unknown, one
 * that was made since stays good, as far as its member and its device are there. Nobody can say any more which were
 * revoked where the present ones are not known (none are given): then all go, and are made anew by those who miss them.
 */
export const carryFeeds = (
  database: Kysely<Schema>,
  present: readonly CalendarFeedTable[],
): Promise<void> =>
  transact(database, async (transaction) => {
    await transaction.deleteFrom("calendar_feed").execute();
    for (const feed of present) {
      const device = await transaction
        .selectFrom("device")
        .select("id")
        .where("id", "=", feed.device_id)
        .where("member_id", "=", feed.member_id)
        .executeTakeFirst();
      if (device !== undefined) {
        await transaction.insertInto("calendar_feed").values(feed).execute();
      }
    }
  });
