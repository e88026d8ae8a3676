import { type Kysely, SqliteAdapter, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { wordsOf } from "../words.ts";

/*
 * A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  await allowMoreScopeKinds(database);
  for (const statement of [
    // The scopes a record is shared with, as JSON; the record that a conflict is about; what an author of a refused edit had seen.
    sql`ALTER TABLE entity ADD COLUMN shares text NOT NULL DEFAULT '[]'`,
    sql`ALTER TABLE entity ADD COLUMN about text`,
    sql`CREATE INDEX entity_about ON entity (about)`,
    sql`ALTER TABLE applied ADD COLUMN seen text`,
    // Everybody gets a scope of their own, under their own id.
    sql`INSERT INTO scope (id, kind, area_id, epoch) SELECT id, 'person', NULL, 'first' FROM member`,
    sql`INSERT INTO membership (member_id, scope_id, role) SELECT id, id, 'adviser' FROM member`,
  ]) {
    await statement.execute(database);
  }
};

const kinds = sql.raw("'team', 'area', 'person', 'partner'");

const allowMoreScopeKinds = async (database: Kysely<unknown>): Promise<void> => {
  if (!(database.getExecutor().adapter instanceof SqliteAdapter)) {
    await sql`ALTER TABLE scope DROP CONSTRAINT scope_kind_check`.execute(database);
    await sql`ALTER TABLE scope ADD CONSTRAINT scope_kind_check CHECK (kind IN (${kinds}))`.execute(
      database,
    );
    return;
  }
  // SQLite changes a CHECK by making the table anew (https://www.sqlite.org/lang_altertable.html §7); the references to
  // it hold by its name, and must not be looked at in between.
  const { big, keyed } = wordsOf(database);
  for (const statement of [
    sql`PRAGMA foreign_keys = OFF`,
    sql`BEGIN IMMEDIATE`,
    sql`CREATE TABLE scope_next (
      id text PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN (${kinds})),
      area_id text REFERENCES scope (id),
      seq ${big} NOT NULL DEFAULT 0,
      floor ${big} NOT NULL DEFAULT 0,
      epoch text NOT NULL
    ) ${keyed}`,
    sql`INSERT INTO scope_next (id, kind, area_id, seq, floor, epoch)
      SELECT id, kind, area_id, seq, floor, epoch FROM scope`,
    sql`DROP TABLE scope`,
    sql`ALTER TABLE scope_next RENAME TO scope`,
    sql`COMMIT`,
    sql`PRAGMA foreign_keys = ON`,
  ]) {
    await statement.execute(database);
  }
};

/** Sharing, scopes of persons and of partners, and the chain of edits behind a refused one. */
export const sharing: Migration = { up };
