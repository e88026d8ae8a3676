import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { wordsOf } from "../words.ts";

/*
 * Addresses of members' other calendars. A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  const { big, keyed } = wordsOf(database);
  for (const statement of [
    sql`CREATE TABLE busy_source (
      id text PRIMARY KEY,
      member_id text NOT NULL REFERENCES member (id),
      url text NOT NULL,
      made_at ${big} NOT NULL,
      read_at ${big},
      failure text
    ) ${keyed}`,
    sql`CREATE INDEX busy_source_member ON busy_source (member_id)`,
  ]) {
    await statement.execute(database);
  }
};

/** The table of other calendars. */
export const busySources: Migration = { up };
