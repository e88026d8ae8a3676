import type { Kysely } from "kysely";
import { readConfig } from "#endpoint/config.ts";
import { migrate } from "#endpoint/database/migrate.ts";
import { openDatabase } from "#endpoint/database/open.ts";
import { openPostgres } from "#endpoint/database/postgres.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { openSqlite } from "#endpoint/database/sqlite.ts";
import { ownDatabase } from "../postgres/own-database.ts";
import { temporaryFolder } from "./run-endpoint.ts";

/** Settings as a program of the endpoint finds them in its environment. */
type Settings = Readonly<Record<string, string>>;

/** A database that the endpoint runs on. */
export type TestDialect = {
  readonly name: string;
  /** Opens an empty one for this test, with the tables made. */
  open(): Promise<Kysely<Schema>>;
  /** Opens one for this test with nothing in it. */
  openBare(): Promise<Kysely<Schema>>;
  /** Opens an empty one as two processes would; one process is all that SQLite has. */
  openTwice(): Promise<readonly [Kysely<Schema>, Kysely<Schema>]>;
  /** The settings with which programs find a place for this test, with nothing in it yet. */
  settings(): Promise<Settings>;
};

const openInMemory = async (): Promise<Kysely<Schema>> => {
  const database = openSqlite(":memory:");
  const migrated = await migrate(database);
  if (!migrated.ok) throw new Error("an empty database is not newer");
  return database;
};

const ignoreLoss = () => undefined;

const sqlite: TestDialect = {
  name: "SQLite",
  open: openInMemory,
  openBare: () => Promise.resolve(openSqlite(":memory:")),
  openTwice: async () => {
    const database = await openInMemory();
    return [database, database];
  },
  settings: async () => ({ KATVE_DATA: await temporaryFolder() }),
};

const postgres: TestDialect = {
  name: "PostgreSQL",
  open: async () => openPostgres(await ownDatabase("tables"), ignoreLoss),
  openBare: async () => openPostgres(await ownDatabase("nothing"), ignoreLoss),
  openTwice: async () => {
    const url = await ownDatabase("tables");
    return [openPostgres(url, ignoreLoss), openPostgres(url, ignoreLoss)];
  },
  settings: async () => ({ DATABASE_URL: await ownDatabase("nothing") }),
};

/** Every database the endpoint runs on. Each endpoint test runs on each, but in the quick run on SQLite alone. */
export const dialects: readonly TestDialect[] =
  process.env["KATVE_QUICK_TESTS"] === undefined ? [sqlite, postgres] : [sqlite];

/** Opens the database that settings lead to. */
export const openAt = async (settings: Settings): Promise<Kysely<Schema>> => {
  const config = readConfig(settings);
  if (!config.ok) throw new Error("the settings are wrong");
  const opened = await openDatabase(config.value);
  if (!opened.ok) throw new Error(`the database does not open: ${opened.failure.code}`);
  return opened.value;
};
