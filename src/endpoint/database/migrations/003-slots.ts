import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { isPostgres } from "../postgres.ts";
import { type Words, wordsOf } from "../words.ts";

/*
 * Whose time each record claims. The rule that no two held claims of one kind overlap is kept by the program under a lock
 * of the adviser's calendar; what the databases know of it here is the last defence, and meeting it is a defect.
 * A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  const words = wordsOf(database);
  const defence = isPostgres(database) ? postgresDefence : sqliteDefence;
  for (const statement of [...tables(words), ...defence]) {
    await statement.execute(database);
  }
};

const tables = ({ big, keyed, counters }: Words): RawBuilder<unknown>[] => [
  sql`CREATE TABLE calendar (adviser text PRIMARY KEY, turn ${big} NOT NULL) ${counters}`,
  sql`CREATE TABLE slot (
    record_id text PRIMARY KEY REFERENCES entity (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('appointment', 'allotment')),
    adviser text NOT NULL,
    starts_at ${big} NOT NULL,
    ends_at ${big} NOT NULL CHECK (ends_at > starts_at),
    holder text,
    allotment_id text,
    state text NOT NULL CHECK (state IN ('held', 'clash')),
    turn ${big} NOT NULL
  ) ${keyed}`,
  sql`CREATE INDEX slot_time ON slot (adviser, starts_at)`,
];

/** `btree_gist` lets a gist index compare texts (https://www.postgresql.org/docs/current/btree-gist.html). */
const postgresDefence = [
  sql`CREATE EXTENSION IF NOT EXISTS btree_gist`,
  sql`ALTER TABLE slot ADD CONSTRAINT slot_held EXCLUDE USING gist (
    adviser WITH =, kind WITH =, int8range(starts_at, ends_at) WITH &&
  ) WHERE (state = 'held')`,
];

const sqliteDefence = [
  sql`CREATE INDEX slot_held ON slot (adviser, kind, starts_at) WHERE state = 'held'`,
  sql`CREATE TRIGGER slot_held_once BEFORE INSERT ON slot WHEN NEW.state = 'held' AND EXISTS (
    SELECT 1 FROM slot WHERE adviser = NEW.adviser AND kind = NEW.kind AND state = 'held'
      AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
  ) BEGIN SELECT RAISE(ABORT, 'slot_held'); END`,
];

/** The tables of claimed times. */
export const slots: Migration = { up };
