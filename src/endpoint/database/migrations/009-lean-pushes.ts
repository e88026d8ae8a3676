import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { isPostgres } from "../postgres.ts";
import { type Words, wordsOf } from "../words.ts";

/*
 * What an edit need not write. An index that only an erasure or a purge reads costs every edit a page of its own: an
 * erasure now finds the answers about a record by reading them all, a purge the tombstones of a feed by indexes of
 * tombstones alone, and nothing asks for earlier values by their edits. A text that no longer stands is an earlier value, and
 * by its hash the base of somebody's edit: it is not kept twice.
 * A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  const statements = isPostgres(database)
    ? [...postgresEarlier, ...indexes]
    : // Kysely runs a migration in a transaction on PostgreSQL alone.
      [
        sql`BEGIN IMMEDIATE`,
        ...sqliteEarlier(wordsOf(database)),
        ...sqliteDefence,
        ...indexes,
        sql`COMMIT`,
      ];
  for (const statement of statements) await statement.execute(database);
};

const indexes = [
  sql`DROP INDEX applied_entity`,
  sql`DROP INDEX feed_at`,
  sql`CREATE INDEX feed_dropped ON feed (at) WHERE op = 'drop'`,
  sql`CREATE INDEX entity_deleted ON entity (id) WHERE deleted = 1`,
  sql`DROP INDEX entity_about`,
  sql`CREATE INDEX entity_about ON entity (about) WHERE about IS NOT NULL`,
];

const postgresEarlier = [
  sql`ALTER TABLE earlier DROP CONSTRAINT earlier_pkey`,
  sql`ALTER TABLE earlier ADD COLUMN hash text`,
];

/** SQLite takes a key away by making the table anew (https://www.sqlite.org/lang_altertable.html §7); nothing refers to it. */
const sqliteEarlier = ({ big, rows }: Words): RawBuilder<unknown>[] => [
  sql`CREATE TABLE earlier_next (
    op_id text NOT NULL,
    part integer NOT NULL,
    entity_id text NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    why text NOT NULL CHECK (why IN ('overwritten', 'conflict')),
    by_member text,
    by_device text,
    by_at ${big},
    at ${big} NOT NULL,
    joint integer NOT NULL DEFAULT 0,
    hash text
  ) ${rows}`,
  sql`INSERT INTO earlier_next
    SELECT op_id, part, entity_id, field, value, why, by_member, by_device, by_at, at, joint, NULL FROM earlier`,
  sql`DROP TABLE earlier`,
  sql`ALTER TABLE earlier_next RENAME TO earlier`,
  sql`CREATE INDEX earlier_field ON earlier (entity_id, field, at)`,
  sql`CREATE INDEX earlier_at ON earlier (at)`,
];

/** Nothing claimed lasts longer than a day (`domain/times/slot.ts`): what began before that need not be looked at. */
const sqliteDefence = [
  sql`DROP TRIGGER slot_held_once`,
  sql`DROP INDEX slot_held`,
  sql`CREATE TRIGGER slot_held_once BEFORE INSERT ON slot WHEN NEW.state = 'held' AND EXISTS (
    SELECT 1 FROM slot WHERE adviser = NEW.adviser AND kind = NEW.kind AND state = 'held'
      AND starts_at > NEW.starts_at - 86400000 AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
  ) BEGIN SELECT RAISE(ABORT, 'slot_held'); END`,
];

/** Fewer pages written by each edit. */
export const leanPushes: Migration = { up };
