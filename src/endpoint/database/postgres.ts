import { DatabaseError, Pool, TypeOverrides, types } from "pg";
import { Kysely, PostgresAdapter, PostgresDialect, type QueryExecutorProvider } from "kysely";
import type { Schema } from "./schema.ts";

/*
 * Everything that is PostgreSQL's own (tried on version 15). What was answered survives a power cut as long as the server
 * keeps its usual `fsync` and `synchronous_commit`.
 */

/** Connections that one process opens at most. A server usually takes 100, so there is room for several processes. */
const connectionsMax = 10;
/** How long a request waits for a connection, in milliseconds; then it ends in a defect and the device comes again. */
const connectPatienceMs = 10_000;
/** A connection that is quiet for this long is asked by the system whether it is still there, in milliseconds. */
const keepAliveAfterMs = 30_000;
/** How long one statement may take, waiting for locks included, in milliseconds. */
const statementPatienceMs = 30_000;
/** A transaction whose process has gone quiet is ended after this long, in milliseconds: its locks hold up others. */
const idlePatienceMs = 30_000;

/**
 * Opens a PostgreSQL database by its address. Nothing is reached before the first query, and connections that break are
 * replaced; `onLost` hears of those that broke while nothing was being asked. Throws when the address is none.
 */
export const openPostgres = (url: string, onLost: (cause: unknown) => void): Kysely<Schema> => {
  const pool = new Pool({
    connectionString: url,
    application_name: "katve",
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMs,
    max: connectionsMax,
    connectionTimeoutMillis: connectPatienceMs,
    statement_timeout: statementPatienceMs,
    idle_in_transaction_session_timeout: idlePatienceMs,
    types: makeParsers(),
  });
  // Without a listener a broken connection would end the process: the pool listens to the idle ones, nobody to the others.
  pool.on("connect", (client) => client.on("error", onLost));
  pool.on("error", () => undefined);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
};

/** `int8` arrives as text: it is a number here as in SQLite. One that a number cannot hold is a defect, and throws. */
const makeParsers = (): TypeOverrides => {
  const parsers = new TypeOverrides();
  parsers.setTypeParser(types.builtins.INT8, "text", parseWhole);
  return parsers;
};

const parseWhole = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError("the database holds a number too large");
  return number;
};

/** Whether a database is PostgreSQL, where many write at once; in SQLite a writing transaction is alone. */
export const isPostgres = (database: QueryExecutorProvider): boolean =>
  database.getExecutor().adapter instanceof PostgresAdapter;

/**
 * Whether a transaction failed only because another was quicker, so that once more it sees what that one did
 * (PostgreSQL documentation, appendix A): a serialization failure, a deadlock, or a key that was free a moment ago.
 */
export const isOvertaken = (cause: unknown): boolean =>
  cause instanceof DatabaseError && ["40001", "40P01", "23505"].includes(cause.code ?? "");

/** What the server's refusals of a connection mean to the person who set the address (same appendix). */
const refusals: { readonly [code: string]: string } = {
  "28000": "the user may not connect",
  "28P01": "wrong user or password",
  "3D000": "there is no such database",
  "42501": "the user may not make tables",
  "53300": "it has too many connections",
  "57P03": "it is not ready",
};

/** A few words about why a database cannot be used: what its server means, or the system's own word. */
export const refusalOf = (cause: unknown): string | undefined =>
  cause instanceof DatabaseError ? (refusals[cause.code ?? ""] ?? cause.code) : undefined;

/** Where a database is, in words that may be shown: its address without user, password and settings. */
export const placeOfPostgres = (url: string): string => {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get("host") ?? host}${decodeURIComponent(pathname)}`;
};
