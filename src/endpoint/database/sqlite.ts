import Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from "kysely";
import type { Schema } from "./schema.ts";
import { isCode, makePrivate } from "./sqlite-file.ts";

/*
 * Everything that is SQLite's own. Write-ahead logging with `synchronous = FULL`: a commit that was answered survives a
 * power cut (https://www.sqlite.org/pragma.html#pragma_synchronous). Another process (the command line) may hold the
 * database for a moment, hence the busy timeout.
 */
const pragmas = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  // Zeros take the place of what is deleted wherever that costs no further page; an erasure does the rest (`scrub.ts`).
  "secure_delete = FAST",
  "busy_timeout = 5000",
  // Bringing the log home takes as long as a commit, and most pages of a busy hour are in it often: 16 MB, and not 4, are
  // gathered before whoever commits next waits for it. A push of 1,000 edits took 115 ms and not 165 so.
  "wal_autocheckpoint = 4000",
  // In KiB, taken as it is needed. With the usual 2 MB one push drops the pages that the next one reads again: 190 ms of the
  // processor's time for 1,000 edits and not 160, on 11,000 records.
  "cache_size = -64000",
];

/**
 * Opens a SQLite database: a file that only its owner may read, made when it is not there; `:memory:`; or the bytes of a
 * database's file, which are then kept in memory.
 * Throws what the system or SQLite throws when the file cannot be opened or is not a database.
 */
export const openSqlite = (file: string | Buffer): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: new ImmediateDialect({ database: withKeptStatements(openFile(file)) }),
  });

const openFile = (file: string | Buffer): Sqlite.Database => {
  if (typeof file === "string" && file !== ":memory:") makePrivate(file);
  const sqlite = new Sqlite(file);
  try {
    for (const pragma of pragmas) sqlite.pragma(pragma);
  } catch (cause) {
    sqlite.close();
    // We waited for a restoration, and had open what it has set aside.
    if (isCode(cause, "SQLITE_READONLY_DBMOVED")) return openFile(file);
    throw cause;
  }
  return sqlite;
};

/** Prepares each statement once: a push of 200 edits says the same few things over and over. */
const withKeptStatements = (sqlite: Sqlite.Database): SqliteDialectConfig["database"] => {
  const statements = new Map<string, Sqlite.Statement>();
  return {
    close: () => sqlite.close(),
    prepare: (text) => {
      const kept = statements.get(text);
      if (kept !== undefined) return kept;
      const statement = sqlite.prepare(text);
      // Texts differ with the number of values in a list: only the first few hundred are kept.
      if (statements.size < 300) statements.set(text, statement);
      return statement;
    },
  };
};

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

/**
 * A writing transaction takes the write lock at its start (`BEGIN IMMEDIATE`): one that read first and asked for the lock
 * afterwards could only fail (https://www.sqlite.org/lang_transaction.html §2.2). A reading one sees one snapshot.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}
