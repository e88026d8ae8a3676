import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** Reads everything inside `read` from one snapshot of the database, taken with its first query. */
export const inSnapshot = <T>(
  database: Kysely<Schema>,
  read: (snapshot: Transaction<Schema>) => Promise<T>,
): Promise<T> =>
  database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(read);
