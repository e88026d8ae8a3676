import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { fail, ok, type Result } from "#domain/result.ts";
import { alone } from "./alone.ts";
import { first } from "./migrations/001-first.ts";
import { sharing } from "./migrations/002-sharing.ts";
import { slots } from "./migrations/003-slots.ts";
import { lifetime } from "./migrations/004-lifetime.ts";
import { jointTexts } from "./migrations/005-joint-texts.ts";
import { calendarFeeds } from "./migrations/006-calendar-feeds.ts";
import { busySources } from "./migrations/007-busy-sources.ts";
import { timeEnds } from "./migrations/008-time-ends.ts";
import { leanPushes } from "./migrations/009-lean-pushes.ts";
import type { Schema } from "./schema.ts";

/** Every migration by its name, oldest first. A new one goes to the end; none is ever changed or taken away. */
export const migrations: Readonly<Record<string, Migration>> = {
  "001-first": first,
  "002-sharing": sharing,
  "003-slots": slots,
  "004-lifetime": lifetime,
  "005-joint-texts": jointTexts,
  "006-calendar-feeds": calendarFeeds,
  "007-busy-sources": busySources,
  "008-time-ends": timeEnds,
  "009-lean-pushes": leanPushes,
};

/**
 * Brings the tables to this version. Several processes may do so at once: one goes first, and the others find it done.
 * Fails with `database.newer` when a newer version of the program has changed the database: an older program would
 * misread it. Throws when a migration itself fails; the database is then as it was.
 */
export const migrate = (database: Kysely<Schema>): Promise<Result<true, NewerFailure>> =>
  alone(database, migrateAlone);

type NewerFailure = { readonly code: "database.newer"; readonly names: readonly string[] };

const migrateAlone = async (database: Kysely<Schema>): Promise<Result<true, NewerFailure>> => {
  const unknown = await migrationsOfNewer(database);
  if (unknown.length > 0) return fail({ code: "database.newer", names: unknown });
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("a migration of the database failed", { cause: error });
  return ok(true);
};

const migrationsOfNewer = async (database: Kysely<Schema>): Promise<string[]> => {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === migrationTable)) return [];
  const rows = await (database as unknown as Kysely<{ [migrationTable]: { name: string } }>)
    .selectFrom(migrationTable)
    .select("name")
    .execute();
  return rows.map((row) => row.name).filter((name) => !Object.hasOwn(migrations, name));
};

/** Kysely's own name for its list of migrations (`DEFAULT_MIGRATION_TABLE`). */
const migrationTable = "kysely_migration";
