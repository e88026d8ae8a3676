import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Schema } from "../database/schema.ts";

/** The records that changed, by the scope they are in. */
export type Touched = ReadonlyMap<ScopeId, ReadonlySet<RecordId>>;

/** Collects the records that changed under their home scopes. */
export const touchedBy = (
  records: Iterable<{ readonly id: RecordId; readonly home: ScopeId }>,
): Touched => {
  const touched = new Map<ScopeId, Set<RecordId>>();
  for (const { id, home } of records) touched.set(home, (touched.get(home) ?? new Set()).add(id));
  return touched;
};

/**
 * Gives every changed record the next number of its scope. The last step of a writing transaction: the counter's row
 * stays locked from here to the commit, so numbers become visible in their order and none is missed. Scopes are taken in
 * sorted order, so two transactions never wait for each other.
 */
export const advanceFeeds = async (
  database: Kysely<Schema>,
  touched: Touched,
  at: Instant,
): Promise<void> => {
  for (const [scope, records] of [...touched].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const { seq: last } = await database
      .updateTable("scope")
      .set((row) => ({ seq: row("seq", "+", records.size) }))
      .where("id", "=", scope)
      .returning("seq")
      .executeTakeFirstOrThrow();
    let seq = last - records.size;
    for (const record of records) {
      seq += 1;
      await putInFeed(database, scope, record, seq, at);
    }
  }
};

const putInFeed = async (
  database: Kysely<Schema>,
  scope: ScopeId,
  record: RecordId,
  seq: number,
  at: Instant,
): Promise<void> => {
  await database
    .insertInto("feed")
    .values({ scope_id: scope, entity_id: record, seq, op: "put", at })
    .onConflict((conflict) =>
      conflict.columns(["scope_id", "entity_id"]).doUpdateSet({ seq, op: "put", at }),
    )
    .execute();
};
