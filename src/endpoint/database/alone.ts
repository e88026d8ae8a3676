import { type Kysely, sql } from "kysely";
import { isPostgres } from "./postgres.ts";
import type { Schema } from "./schema.ts";

/** The number of our advisory lock, made up once; other programs in the same database have others. */
const lockNumber = 5_028_837_114;

/**
 * Runs work that only one of all processes on a database may do at a time, such as making its tables: the others wait
 * (PostgreSQL documentation, "Advisory Locks"). Statements may take as long as they need. The lock goes with its
 * connection, so a process that is killed leaves none behind. SQLite has one endpoint process, and nothing is locked.
 */
export const alone = <T>(
  database: Kysely<Schema>,
  work: (database: Kysely<Schema>) => Promise<T>,
): Promise<T> => {
  if (!isPostgres(database)) return work(database);
  return database.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    await sql`select pg_advisory_lock(${sql.lit(lockNumber)})`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(lockNumber)})`.execute(connection);
      await sql`reset statement_timeout`.execute(connection);
    }
  });
};
