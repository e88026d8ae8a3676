import type { Kysely } from "kysely";
import type { ScopeId } from "#domain/ids.ts";
import type { Schema } from "#endpoint/database/schema.ts";

/**
 * Everything a database holds of some scopes: their records with all that is kept beside them, their feeds and counters,
 * and of everybody who is a member, who may come in with which device. Two dumps are equal when nothing of it changed.
 */
export const dumpOf = async (database: Kysely<Schema>, scopes: readonly ScopeId[]) => {
  const entities = await database
    .selectFrom("entity")
    .selectAll()
    .where("home", "in", scopes)
    .orderBy("id")
    .execute();
  const ids = entities.map(({ id }) => id);
  const read = (table: "earlier" | "text_rev") =>
    database.selectFrom(table).selectAll().where("entity_id", "in", ids).orderBy("at").execute();
  return {
    entities,
    scopes: await database
      .selectFrom("scope")
      .selectAll()
      .where("id", "in", scopes)
      .orderBy("id")
      .execute(),
    feed: await database
      .selectFrom("feed")
      .selectAll()
      .where("scope_id", "in", scopes)
      .orderBy("scope_id")
      .orderBy("seq")
      .execute(),
    earlier: await read("earlier"),
    texts: await read("text_rev"),
    memberships: await database
      .selectFrom("membership")
      .selectAll()
      .orderBy("member_id")
      .orderBy("scope_id")
      .execute(),
    devices: await database.selectFrom("device").selectAll().orderBy("id").execute(),
  };
};
