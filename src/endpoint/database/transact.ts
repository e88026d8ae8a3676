import type { Kysely, Transaction } from "kysely";
import { isOvertaken } from "./postgres.ts";
import type { Schema } from "./schema.ts";

/** How often a transaction is begun before it is given up. Each time another one got through, so even three are rare. */
const attemptsMax = 5;

/**
 * Runs a writing transaction in which every statement sees what was committed before it (READ COMMITTED). When another
 * one was quicker and the database undoes it, it runs again from the start, so `work` must leave nothing behind but what
 * it writes. Throws what `work` and the database throw, at the latest after five attempts.
 */
export const transact = async <T>(
  database: Kysely<Schema>,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction().setIsolationLevel("read committed").execute(work);
    } catch (cause) {
      if (attempt === attemptsMax || !isOvertaken(cause)) throw cause;
    }
  }
};
