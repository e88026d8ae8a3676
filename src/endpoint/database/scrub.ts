import { type Kysely, sql } from "kysely";
import { orReason } from "../system-reason.ts";
import { isPostgres, refusalOf } from "./postgres.ts";
import type { Schema } from "./schema.ts";

/** The tables that hold what records say. */
const tables = ["entity", "earlier", "text_rev", "applied", "slot"] as const;
/** How often it is looked whether a transaction from before is still under way, and how long between, in seconds. */
const looksMax = 100;
const lookPauseS = 0.1;

/**
 * Has the database let go of what was deleted from it: the bytes of deleted rows lie in its files until something else
 * takes their place. `false` when that did not come about; what was deleted is deleted all the same, and this may be tried
 * again. SQLite writes its file anew and empties the log, for which nobody may read in it just then. PostgreSQL writes the
 * tables anew, one after the other, and whoever asks for one meanwhile waits; a plain VACUUM would leave the bytes in the
 * pages (PostgreSQL documentation, "VACUUM"). The server's own log, the archive of that and its replicas are beyond our reach.
 */
export const scrub = async (database: Kysely<Schema>): Promise<boolean> => {
  if (isPostgres(database)) return database.connection().execute(rewriteTables);
  const written = await orReason(() => sql`VACUUM`.execute(database));
  if (!written.ok) return false;
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  return rows[0]?.busy !== 1;
};

const rewriteTables = async (connection: Kysely<Schema>): Promise<boolean> => {
  await sql`set statement_timeout = 0`.execute(connection);
  try {
    if (!(await untilUnseen(connection))) return false;
    for (const table of tables) await sql`VACUUM (FULL) ${sql.table(table)}`.execute(connection);
    return true;
  } catch (cause) {
    // The disk has no room for a second copy, or somebody has ended the statement.
    if (refusalOf(cause) === undefined) throw cause;
    return false;
  } finally {
    await sql`reset statement_timeout`.execute(connection);
  }
};

/**
 * Waits until nobody can see any more what was deleted before: rows that an older transaction may still look at are written
 * anew with the others. Writers of the whole server count, for the snapshot of VACUUM FULL itself is as old as they are, and
 * readers of this database, as far as they may be looked at.
 */
const untilUnseen = async (connection: Kysely<Schema>): Promise<boolean> => {
  const begun = await sql<{ now: string }>`select pg_current_xact_id()::text as now`.execute(
    connection,
  );
  const now = begun.rows[0]?.now;
  for (let look = 0; look < looksMax; look += 1) {
    const { rows } = await sql<{ unseen: boolean }>`
      select pg_snapshot_xmin(pg_current_snapshot()) >= ${now}::xid8 and not exists (
        select from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        and age(backend_xmin) > age(${now}::xid8::xid)) as unseen`.execute(connection);
    if (rows[0]?.unseen === true) return true;
    await sql`select pg_sleep(${lookPauseS})`.execute(connection);
  }
  return false;
};
