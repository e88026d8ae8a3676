import type { Kysely } from "kysely";
import { kindsAboutOthers, recordAbout } from "#domain/erasure.ts";
import type { Fields } from "#domain/json.ts";
import type { Schema } from "../database/schema.ts";

/** Reads which records are about which, and gives back what adds to records those about one of them, those about one of these, and so on. */
export const loadAbout = async (
  database: Kysely<Schema>,
): Promise<(wanted: readonly string[]) => string[]> => {
  const rows = await database
    .selectFrom("entity")
    .select(["id", "kind", "fields"])
    .where("kind", "in", [...kindsAboutOthers])
    .execute();
  const aboutOf = new Map<string, string[]>();
  for (const { id, kind, fields } of rows) {
    const about = recordAbout(kind, JSON.parse(fields) as Fields);
    if (about !== null) aboutOf.set(about, [...(aboutOf.get(about) ?? []), id]);
  }
  return (wanted) => {
    const found = new Set(wanted);
    // A set is gone through in the order of what is added to it, also of what is added meanwhile.
    for (const one of found) for (const id of aboutOf.get(one) ?? []) found.add(id);
    return [...found];
  };
};
