import { type QueryExecutorProvider, sql, type RawBuilder } from "kysely";
import { isPostgres } from "./postgres.ts";

/**
 * The words in which databases differ when tables are made. `big` is a whole number of 64 bits. `rows` closes a table
 * with a number of its own for each row, `keyed` one that lies in the order of its key, `counters` one of few rows that
 * change all the time.
 */
export type Words = {
  readonly big: RawBuilder<unknown>;
  readonly rows: RawBuilder<unknown>;
  readonly keyed: RawBuilder<unknown>;
  readonly counters: RawBuilder<unknown>;
};

/**
 * The words of the database at hand. SQLite checks types only in STRICT tables (https://www.sqlite.org/stricttables.html).
 * PostgreSQL writes a changed row anew: with half of each page left free it does so beside the old one and leaves the
 * indexes alone (PostgreSQL documentation, "Heap-Only Tuples").
 */
export const wordsOf = (database: QueryExecutorProvider): Words => {
  const nothing = sql.raw("");
  if (isPostgres(database)) {
    const counters = sql.raw("WITH (fillfactor = 50)");
    return { big: sql.raw("bigint"), rows: nothing, keyed: nothing, counters };
  }
  const keyed = sql.raw("STRICT, WITHOUT ROWID");
  return { big: sql.raw("integer"), rows: sql.raw("STRICT"), keyed, counters: keyed };
};
