import { chmodSync, closeSync, existsSync, openSync, realpathSync, statSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import Sqlite from "better-sqlite3";

/** The name of the database in the data folder. */
export const databaseFile = "katve.sqlite";

/** What SQLite may put beside a database, by the ends of their names (https://www.sqlite.org/tempfiles.html). */
export const besides = ["-wal", "-shm", "-journal"] as const;

/** What is wrong with a file that should be a whole database of ours. */
export type FileFault = "missing" | "unreadable" | "foreign" | "damaged";

/** What is wrong with such a file; `null` when nothing is. */
export const faultOfFile = (file: string): FileFault | null => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return "missing";
  if (!stat.isFile()) return "unreadable";
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(file, { readonly: true });
    const tables = sqlite.prepare("SELECT name FROM sqlite_master WHERE name = 'entity'").all();
    if (tables.length === 0) return "foreign";
    const found = sqlite.pragma("integrity_check", { simple: true });
    return found === "ok" ? null : "damaged";
  } catch (cause) {
    if (isCode(cause, "SQLITE_CANTOPEN")) return "unreadable";
    return isCode(cause, "SQLITE_NOTADB") ? "foreign" : "damaged";
  } finally {
    sqlite?.close();
  }
};

/**
 * Writes a copy of a database to a new file, also while others read and write it: all of it is from one moment. The copy
 * appears under its name when it is whole and was checked, and only its owner may read it.
 * Fails with `exists` and leaves alone what is there, and with `beside` under a name that SQLite would take for a part of
 * the source; throws what the disk says.
 */
export const copyDatabase = async (
  source: string,
  target: string,
): Promise<"done" | "exists" | "beside" | "damaged"> => {
  const place = realPlaceOf(target);
  if (besides.some((end) => place === `${realPlaceOf(source)}${end}`)) return "beside";
  if (existsSync(target)) return "exists";
  const part = `${target}.part`;
  await rm(part, { force: true });
  makePrivate(part);
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

/** Where a file is or would be, by whatever links its folder is reached. */
const realPlaceOf = (file: string): string => join(realpathSync(dirname(file)), basename(file));

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

/**
 * Keeps everybody else out of a database until it is let go: whoever opens it waits. `null` when another process has it
 * open; throws when it is too broken to be opened.
 */
export const holdAlone = (file: string): { letGo(): void } | null => {
  const sqlite = new Sqlite(file, { timeout: 0 });
  try {
    sqlite.pragma("journal_mode = DELETE");
    // The first one writes a page into an empty file: without any, SQLite does not notice that the file has moved.
    sqlite.exec("BEGIN EXCLUSIVE; COMMIT; BEGIN EXCLUSIVE");
    return { letGo: () => sqlite.close() };
  } catch (cause) {
    sqlite.close();
    if (isCode(cause, "SQLITE_BUSY")) return null;
    throw cause;
  }
};

/**
 * Makes a database's file, if it is not there, and lets nobody but its owner read it and what lies beside it: SQLite gives
 * the files it makes there the mode of this one (`findCreateFileMode` in its os_unix.c).
 */
export const makePrivate = (file: string): void => {
  // Closing a file that this process has open as a database would give its locks away (https://www.sqlite.org/howtocorrupt.html §2.2).
  if (!existsSync(file)) closeSync(openSync(file, "a", ownerOnly));
  const user = process.getuid?.();
  for (const end of ["", "-wal", "-shm"]) {
    const stat = statSync(`${file}${end}`, { throwIfNoEntry: false });
    // A file that is somebody else's keeps its mode: only its owner can change it.
    if (stat === undefined || (user !== 0 && user !== stat.uid)) continue;
    if ((stat.mode & 0o777) !== ownerOnly) chmodSync(`${file}${end}`, ownerOnly);
  }
};

const ownerOnly = 0o600;

/** Whether SQLite threw this code, or one that goes into more detail (https://www.sqlite.org/rescode.html). */
export const isCode = (cause: unknown, code: string): boolean =>
  cause instanceof Sqlite.SqliteError && cause.code.startsWith(code);
