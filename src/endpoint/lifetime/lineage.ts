import type { Kysely } from "kysely";
import type { Lineage } from "#domain/era.ts";
import type { Schema } from "../database/schema.ts";

/** The eras that these data went through, from 0. */
export const loadLineage = async (database: Kysely<Schema>): Promise<Lineage> => {
  const rows = await database.selectFrom("restoration").select("era").execute();
  return new Set([0, ...rows.map(({ era }) => era)]);
};
