import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { type Words, wordsOf } from "../words.ts";

/*
 * A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  const words = wordsOf(database);
  for (const statement of [...peopleTables(words), ...recordTables(words)]) {
    await statement.execute(database);
  }
};

const peopleTables = ({ big, keyed, counters }: Words) => [
  sql`CREATE TABLE scope (
    id text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('team', 'area')),
    area_id text REFERENCES scope (id),
    seq ${big} NOT NULL DEFAULT 0,
    floor ${big} NOT NULL DEFAULT 0,
    epoch text NOT NULL
  ) ${counters}`,
  sql`CREATE TABLE member (id text PRIMARY KEY, created_at ${big} NOT NULL) ${keyed}`,
  sql`CREATE TABLE membership (
    member_id text NOT NULL REFERENCES member (id),
    scope_id text NOT NULL REFERENCES scope (id),
    role text NOT NULL CHECK (role IN ('adviser', 'coordinator')),
    PRIMARY KEY (member_id, scope_id)
  ) ${keyed}`,
  sql`CREATE TABLE device (
    id text PRIMARY KEY,
    member_id text NOT NULL REFERENCES member (id),
    label text NOT NULL,
    "key" text NOT NULL,
    created_at ${big} NOT NULL,
    revoked_at ${big}
  ) ${keyed}`,
  sql`CREATE TABLE session (
    token_hash text PRIMARY KEY,
    device_id text NOT NULL REFERENCES device (id),
    created_at ${big} NOT NULL,
    used_at ${big} NOT NULL
  ) ${keyed}`,
  sql`CREATE INDEX session_device ON session (device_id)`,
  sql`CREATE TABLE enrolment_code (
    code_hash text PRIMARY KEY,
    team_id text NOT NULL REFERENCES scope (id),
    role text NOT NULL CHECK (role IN ('adviser', 'coordinator')),
    member_id text REFERENCES member (id),
    created_at ${big} NOT NULL,
    expires_at ${big} NOT NULL,
    used_at ${big},
    used_by text
  ) ${keyed}`,
  sql`CREATE TABLE assertion_used (
    device_id text NOT NULL,
    jti text NOT NULL,
    expires_at ${big} NOT NULL,
    PRIMARY KEY (device_id, jti)
  ) ${keyed}`,
  sql`CREATE INDEX assertion_used_expiry ON assertion_used (expires_at)`,
];

const recordTables = ({ big, keyed, rows }: Words) => [
  sql`CREATE TABLE entity (
    id text PRIMARY KEY,
    kind text NOT NULL,
    home text NOT NULL REFERENCES scope (id),
    ver integer NOT NULL,
    deleted integer NOT NULL CHECK (deleted IN (0, 1)),
    fields text NOT NULL,
    stamps text NOT NULL
  ) ${rows}`,
  sql`CREATE INDEX entity_kind ON entity (kind, id)`,
  sql`CREATE TABLE feed (
    scope_id text NOT NULL REFERENCES scope (id),
    entity_id text NOT NULL,
    seq ${big} NOT NULL,
    op text NOT NULL CHECK (op IN ('put', 'drop')),
    at ${big} NOT NULL,
    PRIMARY KEY (scope_id, entity_id)
  ) ${keyed}`,
  sql`CREATE UNIQUE INDEX feed_seq ON feed (scope_id, seq)`,
  sql`CREATE TABLE applied (
    op_id text PRIMARY KEY,
    entity_id text NOT NULL,
    device_id text NOT NULL,
    ack text NOT NULL,
    at ${big} NOT NULL
  ) ${keyed}`,
  sql`CREATE TABLE earlier (
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
    PRIMARY KEY (op_id, part)
  ) ${rows}`,
  sql`CREATE INDEX earlier_field ON earlier (entity_id, field, at)`,
  sql`CREATE TABLE text_rev (
    entity_id text NOT NULL,
    field text NOT NULL,
    hash text NOT NULL,
    body text NOT NULL,
    at ${big} NOT NULL,
    PRIMARY KEY (entity_id, field, hash)
  ) ${rows}`,
];

/** The tables of the first version. */
export const first: Migration = { up };
