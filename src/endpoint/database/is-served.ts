import { type Kysely, sql } from "kysely";
import { orReason } from "../system-reason.ts";
import { isPostgres } from "./postgres.ts";
import type { Schema } from "./schema.ts";

/**
 * Whether another process works on these data just now, an endpoint or a command. On PostgreSQL our connections tell by
 * their name, which every user may see; ours is the one that asks, so nothing else of this process may be connected. SQLite
 * lets a database leave write-ahead logging only when nobody else has it open; the next opening brings it back.
 */
export const isServed = async (database: Kysely<Schema>): Promise<boolean> => {
  if (!isPostgres(database)) {
    const left = await orReason(() => sql`PRAGMA journal_mode = DELETE`.execute(database));
    return !left.ok;
  }
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
    and application_name in ('katve', 'katve wake')`.execute(database);
  return rows[0]?.count !== 0;
};
