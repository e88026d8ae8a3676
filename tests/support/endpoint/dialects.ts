import type { Kysely } from "kysely";
import { migrate } from "#endpoint/database/migrate.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { openSqlite } from "#endpoint/database/sqlite.ts";

/** A database that the endpoint runs on, and how a test gets an empty one of it with the tables made. */
export type TestDialect = { readonly name: string; open(): Promise<Kysely<Schema>> };

/** Every database the endpoint runs on. Each endpoint test runs on each. */
export const dialects: readonly TestDialect[] = [
  {
    name: "SQLite",
    open: async () => {
      const database = openSqlite(":memory:");
      const migrated = await migrate(database);
      if (!migrated.ok) throw new Error("an empty database is not newer");
      return database;
    },
  },
];
