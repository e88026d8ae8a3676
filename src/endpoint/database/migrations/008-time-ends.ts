import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { wordsOf } from "../words.ts";

/*
 * When the time of an appointment ends, beside what it says, so that those of long ago need not be read to be passed over.
 * A migration that was released never changes.
 */

const up = async (database: Kysely<unknown>): Promise<void> => {
  const { big } = wordsOf(database);
  await sql`ALTER TABLE entity ADD COLUMN ends_at ${big}`.execute(database);
  await fillEnds(database);
  await sql`CREATE INDEX entity_end ON entity (home, ends_at) WHERE ends_at IS NOT NULL`.execute(
    database,
  );
};

type Before = { entity: { id: string; kind: string; deleted: number; fields: string } };

/** So many records are read and written at once: what they say is as long as anybody likes. */
const pieceCount = 500;

/** The database cannot be asked: PostgreSQL reads no JSON with a NUL or half a surrogate pair in it, and we keep both. */
const fillEnds = async (database: Kysely<unknown>): Promise<void> => {
  for (let after = ""; ;) {
    const rows = await (database as Kysely<Before>)
      .selectFrom("entity")
      .select(["id", "fields"])
      .where("kind", "=", "appointment")
      .where("deleted", "=", 0)
      .where("id", ">", after)
      .orderBy("id")
      .limit(pieceCount)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { id, fields } of rows) {
      const { slot } = JSON.parse(fields) as { readonly slot?: { readonly end?: unknown } | null };
      const end = slot?.end;
      if (typeof end !== "number" || !Number.isSafeInteger(end)) continue;
      await sql`UPDATE entity SET ends_at = ${end} WHERE id = ${id}`.execute(database);
    }
    after = last.id;
  }
};

/** The ends of the times, and an index over them. */
export const timeEnds: Migration = { up };
