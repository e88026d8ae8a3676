import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/*
 * Whether an earlier value was merged out of several people's words. A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`ALTER TABLE earlier ADD COLUMN joint integer NOT NULL DEFAULT 0`.execute(database);
};

/** The mark of a text that has no single author. */
export const jointTexts: Migration = { up };
