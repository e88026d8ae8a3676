import type { Kysely } from "kysely";
import type { Op } from "#domain/op.ts";
import type { Instant } from "#domain/instant.ts";
import type { Earlier } from "#domain/merge/entity.ts";
import type { Schema } from "../database/schema.ts";

/** Keeps the values that stopped standing through an edit. */
export const saveEarlier = async (
  database: Kysely<Schema>,
  op: Op,
  earlier: readonly Earlier[],
  at: Instant,
): Promise<void> => {
  for (const [part, { field, value, why, by }] of earlier.entries()) {
    await database
      .insertInto("earlier")
      .values({
        op_id: op.id,
        part,
        entity_id: op.record,
        field,
        value: JSON.stringify(value),
        why,
        by_member: by?.member ?? null,
        by_device: by?.device ?? null,
        by_at: by?.at ?? null,
        at,
      })
      .execute();
  }
};
