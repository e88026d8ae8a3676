import type { Kysely } from "kysely";
import { type Fields, ownMember } from "#domain/json.ts";
import type { Schema } from "../database/schema.ts";
import { loadAbout } from "./about.ts";

/** A record that has a name, or had it once. */
export type Found = {
  readonly id: string;
  readonly kind: string;
  readonly home: string;
  /** The present name, and the earlier one that was looked for, if the present one is another. */
  readonly name: string;
  readonly once: string | null;
  readonly isDeleted: boolean;
  /** When something of it changed last, as far as that is still known, in milliseconds. */
  readonly changedAt: number | null;
  /** How many records an erasure would take. */
  readonly withIt: number;
};

/**
 * Every record with a field `name` that has these words in it, now or in a value that is kept of before, by name. Upper and
 * lower case are the same. All records are read: this is for a person who asks once in a while.
 */
export const findByName = async (database: Kysely<Schema>, words: string): Promise<Found[]> => {
  const wanted = fold(words);
  const once = await formerNames(database, wanted);
  const rows = await database
    .selectFrom("entity")
    .select(["id", "kind", "home", "fields", "deleted"])
    .execute();
  const named = rows.flatMap(({ fields, deleted, ...rest }) => {
    const name = nameIn(fields);
    const isFound = fold(name).includes(wanted);
    if (!isFound && !once.has(rest.id)) return [];
    const former = isFound ? null : (once.get(rest.id) ?? null);
    return [{ ...rest, name, once: former, isDeleted: deleted === 1 }];
  });
  if (named.length === 0) return [];
  const withAbout = await loadAbout(database);
  const found: Found[] = [];
  for (const one of named) {
    const changed = await database
      .selectFrom("feed")
      .select(({ fn }) => fn.max("at").as("at"))
      .where("entity_id", "=", one.id)
      .executeTakeFirst();
    found.push({ ...one, changedAt: changed?.at ?? null, withIt: withAbout([one.id]).length });
  }
  return found.sort((one, other) => one.name.localeCompare(other.name, "fi"));
};

/** The last former name of each record that once had one with these words in it. */
const formerNames = async (
  database: Kysely<Schema>,
  wanted: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await database
    .selectFrom("earlier")
    .select(["entity_id", "value"])
    .where("field", "=", "name")
    .orderBy("at")
    .execute();
  const names = rows.map(({ entity_id, value }): [string, unknown] => [
    entity_id,
    JSON.parse(value),
  ]);
  return new Map(
    names.filter((pair): pair is [string, string] => {
      const [, name] = pair;
      return typeof name === "string" && fold(name).includes(wanted);
    }),
  );
};

const nameIn = (fields: string): string => {
  const name = ownMember(JSON.parse(fields) as Fields, "name");
  return typeof name === "string" ? name : "";
};

const fold = (text: string): string => text.normalize("NFC").toLocaleLowerCase("fi");
