import { type Kysely, sql, SqliteAdapter } from "kysely";
import type { Migration } from "kysely/migration";
import { wordsOf } from "../words.ts";

/*
 * What is kept, for how long, and how it comes back. A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  const { big, keyed } = wordsOf(database);
  const isSqlite = database.getExecutor().adapter instanceof SqliteAdapter;
  const statements = [
    sql`CREATE TABLE erasure (id_hash text PRIMARY KEY, at ${big} NOT NULL) ${keyed}`,
    sql`ALTER TABLE feed ADD COLUMN erased integer NOT NULL DEFAULT 0`,
    sql`CREATE INDEX feed_at ON feed (at)`,
    sql`CREATE INDEX feed_entity ON feed (entity_id)`,
    sql`CREATE INDEX applied_at ON applied (at)`,
    sql`CREATE INDEX applied_entity ON applied (entity_id)`,
    sql`CREATE INDEX earlier_at ON earlier (at)`,
    sql`CREATE INDEX text_rev_at ON text_rev (at)`,
    sql`CREATE INDEX session_use ON session (used_at)`,
    sql`CREATE TABLE restoration (era ${big} PRIMARY KEY, at ${big} NOT NULL) ${keyed}`,
    // Each restoration begins the versions anew, far above what 32 bits hold. SQLite's integers have 64 as it is.
    ...(isSqlite ? [] : [sql`ALTER TABLE entity ALTER COLUMN ver TYPE bigint`]),
  ];
  for (const statement of statements) await statement.execute(database);
};

/** The tables of restoring, purging and erasing. */
export const lifetime: Migration = { up };
