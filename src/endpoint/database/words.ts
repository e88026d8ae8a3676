import { type Kysely, type RawBuilder, SqliteAdapter, sql } from "kysely";

/**
 * The words in which databases differ when tables are made. `big` is a whole number of 64 bits. `rows` closes a table
 * with a number of its own for each row, `keyed` one that lies in the order of its key.
 */
export type Words = {
  readonly big: RawBuilder<unknown>;
  readonly rows: RawBuilder<unknown>;
  readonly keyed: RawBuilder<unknown>;
};

/** The words of the database at hand. SQLite checks types only in STRICT tables (https://www.sqlite.org/stricttables.html). */
export const wordsOf = (database: Kysely<unknown>): Words =>
  database.getExecutor().adapter instanceof SqliteAdapter
    ? { big: sql.raw("integer"), rows: sql.raw("STRICT"), keyed: sql.raw("STRICT, WITHOUT ROWID") }
    : { big: sql.raw("bigint"), rows: sql.raw(""), keyed: sql.raw("") };
