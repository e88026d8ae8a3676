import type { Kysely } from "kysely";
import { beginEra } from "#endpoint/lifetime/begin-era.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import type { TestEndpoint } from "./make-endpoint.ts";

/** Every table, in the order in which rows may refer to earlier ones. */
const tables = [
  "scope",
  "member",
  "membership",
  "device",
  "session",
  "enrolment_code",
  "assertion_used",
  "entity",
  "feed",
  "applied",
  "earlier",
  "text_rev",
  "restoration",
  "erasure",
  "calendar",
  "slot",
] as const satisfies readonly (keyof Schema)[];

/** All rows of a database at one moment: a backup, in any dialect. */
export type OldData = ReadonlyMap<(typeof tables)[number], readonly object[]>;

export const takeData = async (database: Kysely<Schema>): Promise<OldData> => {
  const rows = new Map<(typeof tables)[number], readonly object[]>();
  for (const table of tables)
    rows.set(table, await database.selectFrom(table).selectAll().execute());
  return rows;
};

/** Puts old data in the place of the present ones, as an operator does by means of the database itself. */
export const putBack = async (database: Kysely<Schema>, old: OldData): Promise<void> => {
  await database.transaction().execute(async (transaction) => {
    for (const table of tables.toReversed()) {
      if (table === "scope") {
        // Teams refer to their area.
        await transaction.deleteFrom(table).where("area_id", "is not", null).execute();
      }
      await transaction.deleteFrom(table).execute();
    }
    for (const table of tables) {
      const isArea = (row: object) => "area_id" in row && row.area_id === null;
      const rows = [...(old.get(table) ?? [])].sort(
        (one, other) => Number(isArea(other)) - Number(isArea(one)),
      );
      for (const row of rows) await transaction.insertInto(table).values(row).execute();
    }
  });
};

/** Puts old data back and does what has to follow. */
export const restoreData = async (
  { database, chance, clock }: Pick<TestEndpoint, "database" | "chance" | "clock">,
  old: OldData,
): Promise<void> => {
  await putBack(database, old);
  await beginEra(database, { chance, now: clock.now(), replaced: [] });
};
