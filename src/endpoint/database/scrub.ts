import { type Kysely, sql, SqliteAdapter } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * Has the database let go of what was deleted from it: deleted rows lie in free pages and in the log until something else
 * takes their place. SQLite writes its file anew and empties the log; `false` when somebody reads in the log just then, and
 * the log empties later by itself. PostgreSQL frees the space, and uses it again in time.
 */
export const scrub = async (database: Kysely<Schema>): Promise<boolean> => {
  await sql`VACUUM`.execute(database);
  if (!(database.getExecutor().adapter instanceof SqliteAdapter)) return true;
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  return rows[0]?.busy !== 1;
};
