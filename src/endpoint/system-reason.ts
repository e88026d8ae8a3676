import { fail, ok, type Result } from "#domain/result.ts";

/** What the system's and SQLite's words mean to whoever gave a command (errno(3); https://www.sqlite.org/rescode.html). */
const meanings: { readonly [word: string]: string } = {
  EACCES: "access is not permitted",
  EDQUOT: "the disk is full",
  EEXIST: "something is there already",
  EISDIR: "it is a folder",
  ENOENT: "there is no such folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is no folder",
  EPERM: "access is not permitted",
  EROFS: "the disk is read-only",
  SQLITE_BUSY: "it is in use",
  SQLITE_CANTOPEN: "it does not open",
  SQLITE_CORRUPT: "it is damaged",
  SQLITE_FULL: "the disk is full",
  SQLITE_IOERR: "the disk fails",
  SQLITE_NOTADB: "it is no database",
  SQLITE_READONLY: "access is not permitted",
};

/**
 * Does work on files and gives back what comes of it. Fails with a few words about what the system or the disk had against
 * it; throws whatever else is thrown, for that is a defect.
 */
export const orReason = async <T>(work: () => T | Promise<T>): Promise<Result<T, string>> => {
  try {
    return ok(await work());
  } catch (cause) {
    const reason = reasonIn(cause);
    if (reason === null) throw cause;
    return fail(reason);
  }
};

const reasonIn = (cause: unknown): string | null => {
  if (!(cause instanceof Error) || !("code" in cause) || typeof cause.code !== "string")
    return null;
  const known = Object.keys(meanings).find((word) => String(cause.code).startsWith(word));
  if (known !== undefined) return meanings[known] ?? null;
  return "syscall" in cause ? cause.code : null;
};
