import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { wordsOf } from "../words.ts";

/*
 * Calendars that members subscribe to. A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  const { big, keyed } = wordsOf(database);
  for (const statement of [
    sql`CREATE TABLE calendar_feed (
      id text PRIMARY KEY,
      token_hash text NOT NULL UNIQUE,
      member_id text NOT NULL REFERENCES member (id),
      device_id text NOT NULL REFERENCES device (id),
      label text NOT NULL,
      language text NOT NULL,
      names integer NOT NULL CHECK (names IN (0, 1)),
      made_at ${big} NOT NULL,
      fetched_at ${big}
    ) ${keyed}`,
    sql`CREATE INDEX calendar_feed_member ON calendar_feed (member_id)`,
  ]) {
    await statement.execute(database);
  }
};

/** The table of calendar feeds. */
export const calendarFeeds: Migration = { up };
