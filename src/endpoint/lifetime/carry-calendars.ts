import type { Kysely } from "kysely";
import type { BusySourceTable, CalendarFeedTable, Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";

/** The calendars that go out of the endpoint and come in: every feed, and every address that is read. */
export type Calendars = {
  readonly feeds: readonly CalendarFeedTable[];
  readonly sources: readonly BusySourceTable[];
};
export const noCalendars: Calendars = { feeds: [], sources: [] };

/** Every one there is; none in data from before there were such tables. */
export const readCalendars = async (database: Kysely<Schema>): Promise<Calendars> => {
  const names = new Set((await database.introspection.getTables()).map(({ name }) => name));
  return {
    feeds: names.has("calendar_feed")
      ? await database.selectFrom("calendar_feed").selectAll().orderBy("id").execute()
      : [],
    sources: names.has("busy_source")
      ? await database.selectFrom("busy_source").selectAll().orderBy("id").execute()
      : [],
  };
};

/**
 * Puts the present calendars in the place of those in data from before: an address that was revoked or removed since
 * stays so, one that was made since stays good, as far as its member and its device are there. Where the present ones
 * are not known (none are given), nobody can say any more which were revoked: then all go, and are made anew by those who miss them.
 */
export const carryCalendars = (
  database: Kysely<Schema>,
  { feeds, sources }: Calendars,
): Promise<void> =>
  transact(database, async (transaction) => {
    await transaction.deleteFrom("calendar_feed").execute();
    await transaction.deleteFrom("busy_source").execute();
    const devices = await transaction.selectFrom("device").select(["id", "member_id"]).execute();
    const owners = new Map(devices.map(({ id, member_id }) => [id, member_id]));
    const members = new Set(
      (await transaction.selectFrom("member").select("id").execute()).map(({ id }) => id),
    );
    for (const feed of feeds) {
      if (owners.get(feed.device_id) !== feed.member_id) continue;
      await transaction.insertInto("calendar_feed").values(feed).execute();
    }
    for (const source of sources) {
      if (!members.has(source.member_id)) continue;
      await transaction.insertInto("busy_source").values(source).execute();
    }
  });
