import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { fail, ok, type Result } from "#domain/result.ts";
import { makeDataFolder } from "../data-folder.ts";
import { migrate } from "./migrate.ts";
import { openPostgres, placeOfPostgres, refusalOf } from "./postgres.ts";
import type { Schema } from "./schema.ts";
import { databaseFile } from "./sqlite-file.ts";
import { openSqlite } from "./sqlite.ts";

/** Where the data are: in PostgreSQL if there is an address of one, else in a SQLite file in the folder. */
export type DataPlace = { readonly dataFolder: string; readonly databaseUrl: string | null };

/** Why a database could not be opened. `reason` is a few words or the system's own short one, such as `EACCES`. */
export type OpenFailure =
  | { readonly code: "database.newer" }
  | { readonly code: "database.not_opened"; readonly reason: string }
  | { readonly code: "database.not_reached"; readonly reason: string };

/**
 * Opens the database, making folder, file and tables when they are missing, and brings the tables to this version.
 * `onLost` hears of connections to PostgreSQL that broke later on; they are replaced by themselves.
 * Fails with `database.not_opened` when the folder or the file cannot be made, read or written, with
 * `database.not_reached` when PostgreSQL does not answer or not as it should, and with `database.newer` when a newer
 * version of the program has been at it.
 */
export const openDatabase = (
  { dataFolder, databaseUrl }: DataPlace,
  onLost: (cause: unknown) => void = () => undefined,
): Promise<Result<Kysely<Schema>, OpenFailure>> =>
  databaseUrl === null
    ? open(() => openInFolder(dataFolder), "database.not_opened")
    : open(() => openPostgres(databaseUrl, onLost), "database.not_reached");

/** Where the data are, in words that may be shown. */
export const tellPlace = ({ dataFolder, databaseUrl }: DataPlace): string =>
  databaseUrl === null ? dataFolder : placeOfPostgres(databaseUrl);

const openInFolder = (folder: string): Kysely<Schema> => {
  makeDataFolder(folder);
  return openSqlite(join(folder, databaseFile));
};

const open = async (
  make: () => Kysely<Schema>,
  code: "database.not_opened" | "database.not_reached",
): Promise<Result<Kysely<Schema>, OpenFailure>> => {
  let database: Kysely<Schema> | undefined;
  try {
    database = make();
    if (code === "database.not_reached" && !(await keepsAllText(database))) {
      await database.destroy();
      return fail({ code, reason: "its encoding is not UTF8" });
    }
    const migrated = await migrate(database);
    if (migrated.ok) return ok(database);
    await database.destroy();
    return fail({ code: "database.newer" });
  } catch (cause) {
    await database?.destroy();
    return fail({ code, reason: reasonOf(cause) });
  }
};

/** A database of PostgreSQL in another encoding would refuse some of what people write. */
const keepsAllText = async (database: Kysely<Schema>): Promise<boolean> => {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(database);
  return rows[0]?.server_encoding === "UTF8";
};

const reasonOf = (cause: unknown): string => {
  for (let at = cause; at instanceof Error; at = at.cause) {
    const refusal = refusalOf(at);
    if (refusal !== undefined) return refusal;
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return cause instanceof Error ? cause.name : "unknown";
};
