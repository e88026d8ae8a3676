import { closeSync, existsSync, openSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import Sqlite from "better-sqlite3";

/** The name of the database in the data folder. */
export const databaseFile = "katve.sqlite";

/** What is wrong with a file that should be a whole database of ours; `null` when nothing is. */
export const faultOfFile = (file: string): "missing" | "foreign" | "damaged" | null => {
  if (!existsSync(file)) return "missing";
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(file, { readonly: true });
    const tables = sqlite.prepare("SELECT name FROM sqlite_master WHERE name = 'entity'").all();
    if (tables.length === 0) return "foreign";
    const found = sqlite.pragma("integrity_check", { simple: true });
    return found === "ok" ? null : "damaged";
  } catch (cause) {
    return isCode(cause, "SQLITE_NOTADB") ? "foreign" : "damaged";
  } finally {
    sqlite?.close();
  }
};

/**
 * Writes a copy of a database to a new file, also while others read and write it: all of it is from one moment. The copy
 * appears under its name when it is whole and was checked, and only its owner may read it.
 * Fails with `exists` and leaves alone what is there; throws what the disk says.
 */
export const copyDatabase = async (
  source: string,
  target: string,
): Promise<"done" | "exists" | "damaged"> => {
  if (existsSync(target)) return "exists";
  const part = `${target}.part`;
  await rm(part, { force: true });
  closeSync(openSync(part, "wx", 0o600));
  try {
    const sqlite = new Sqlite(source, { readonly: true, fileMustExist: true, timeout: 5_000 });
    // All pages at once: a copy in steps starts again with every write that comes between.
    await sqlite.backup(part, { progress: () => 2 ** 31 - 1 }).finally(() => sqlite.close());
    makeSingle(part);
    if (faultOfFile(part) !== null) return "damaged";
    await rename(part, target);
    return "done";
  } finally {
    await rm(part, { force: true });
  }
};

/**
 * Takes a database out of write-ahead logging, so that it is one file. Only somebody who has it alone can: `false` when
 * another process has it open (https://www.sqlite.org/wal.html, "Persistence of WAL mode").
 */
export const makeSingle = (file: string): boolean => {
  const sqlite = new Sqlite(file, { timeout: 0 });
  try {
    return sqlite.pragma("journal_mode = DELETE", { simple: true }) === "delete";
  } catch (cause) {
    if (isCode(cause, "SQLITE_BUSY")) return false;
    throw cause;
  } finally {
    sqlite.close();
  }
};

const isCode = (cause: unknown, code: string): boolean =>
  cause instanceof Sqlite.SqliteError && cause.code.startsWith(code);
