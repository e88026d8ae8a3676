import { type Kysely, sql } from "kysely";
import { isPostgres } from "./postgres.ts";
import type { Schema } from "./schema.ts";

/** The tables that hold what records say. */
const tables = ["entity", "earlier", "text_rev", "applied", "slot"] as const;

/**
 * Has the database let go of what was deleted from it: the bytes of deleted rows lie in its files until something else
 * takes their place. SQLite writes its file anew and empties the log; `false` when somebody reads in the log just then.
 * PostgreSQL writes the tables anew, one after the other, and whoever asks for one meanwhile waits. A plain VACUUM would leave the bytes in the pages (PostgreSQL documentation, "Recovering Disk Space"). Its own
 * log, the copies of that and its replicas are beyond our reach.
 */
export const scrub = async (database: Kysely<Schema>): Promise<boolean> => {
  if (isPostgres(database)) {
    await database.connection().execute(rewriteTables);
    return true;
  }
  await sql`VACUUM`.execute(database);
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  return rows[0]?.busy !== 1;
};

const rewriteTables = async (connection: Kysely<Schema>): Promise<void> => {
  await sql`set statement_timeout = 0`.execute(connection);
  try {
    for (const table of tables) await sql`VACUUM (FULL) ${sql.table(table)}`.execute(connection);
  } finally {
    await sql`reset statement_timeout`.execute(connection);
  }
};
