import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { fail, ok, type Result } from "#domain/result.ts";
import { migrate } from "./migrate.ts";
import type { Schema } from "./schema.ts";
import { openSqlite } from "./sqlite.ts";

/** Why a database could not be opened. `reason` is the system's own short word, such as `EACCES`. */
export type OpenFailure =
  | { readonly code: "database.newer" }
  | { readonly code: "database.not_opened"; readonly reason: string };

/**
 * Opens the database in a folder, making both when they are missing, and brings its tables to this version.
 * Fails with `database.not_opened` when the folder or the file cannot be made, read or written, and with
 * `database.newer` when a newer version of the program has been at it.
 */
export const openDatabase = async (
  folder: string,
): Promise<Result<Kysely<Schema>, OpenFailure>> => {
  let database: Kysely<Schema>;
  try {
    mkdirSync(folder, { recursive: true });
    database = openSqlite(join(folder, "katve.sqlite"));
  } catch (cause) {
    return fail({ code: "database.not_opened", reason: reasonOf(cause) });
  }
  try {
    const migrated = await migrate(database);
    if (migrated.ok) return ok(database);
    await database.destroy();
    return fail({ code: "database.newer" });
  } catch (cause) {
    await database.destroy();
    return fail({ code: "database.not_opened", reason: reasonOf(cause) });
  }
};

const reasonOf = (cause: unknown): string => {
  for (let at = cause; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return cause instanceof Error ? cause.name : "unknown";
};
