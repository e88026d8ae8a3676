import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import { among } from "../database/among.ts";
import type { Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";
import { advanceFeeds, Touched } from "../records/feed.ts";
import { eraseRecords, type Erasing } from "./erase.ts";

/** Word that a record was erased, for the devices of a scope. */
export type ErasedWord = { readonly scope_id: string; readonly entity_id: string };

/** Every such word there is. */
export const readErasedWords = (database: Kysely<Schema>): Promise<ErasedWord[]> =>
  database
    .selectFrom("feed")
    .select(["scope_id", "entity_id"])
    .where("erased", "=", 1)
    .orderBy("scope_id")
    .orderBy("entity_id")
    .execute();

/**
 * Passes on, in data from before, what had been erased since: also of records that these data never knew, for a device that
 * was away has drafts and refused edits about them. Words for scopes that these data do not know go to nobody.
 */
export const tellErasedAgain = (
  database: Kysely<Schema>,
  words: readonly ErasedWord[],
  erasing: Erasing,
): Promise<void> =>
  transact(database, async (transaction) => {
    if (words.length === 0) return;
    await eraseRecords(transaction, [...new Set(words.map((word) => word.entity_id))], erasing);
    const nameOf = ({ scope_id, entity_id }: ErasedWord) => `${scope_id} ${entity_id}`;
    const told = new Set((await readErasedWords(transaction)).map(nameOf));
    const scopes = await transaction.selectFrom("scope").select("id").execute();
    const known = new Set(scopes.map(({ id }) => id));
    const untold = words.filter((word) => known.has(word.scope_id) && !told.has(nameOf(word)));
    const touched = new Touched();
    for (const { scope_id, entity_id } of untold) {
      touched.drop({ id: entity_id as RecordId }, scope_id as ScopeId);
    }
    await advanceFeeds(transaction, touched, erasing.now);
    for (const [scope, records] of touched.sorted()) {
      await transaction
        .updateTable("feed")
        .set({ erased: 1 })
        .where("scope_id", "=", scope)
        .where(among(transaction, "entity_id", records.keys()))
        .execute();
    }
  });
