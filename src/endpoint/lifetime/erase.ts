import { type Kysely, sql, type Transaction } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { among } from "../database/among.ts";
import type { ErasureTable, Schema } from "../database/schema.ts";
import { isPostgres } from "../database/postgres.ts";
import { transact } from "../database/transact.ts";
import { writeRows } from "../database/write-rows.ts";
import { makeCalendars } from "../times/calendars.ts";
import { lockEntities } from "../records/entities.ts";
import { advanceFeeds, Touched } from "../records/feed.ts";
import { ruleSlots, saveRuled } from "../times/rule-slots.ts";
import { loadAbout } from "./about.ts";
import { idHash } from "./erasure-key.ts";

/** The tables that hold something of a record, each with how many rows an erasure takes out of it. */
export type Erased = {
  readonly records: readonly RecordId[];
  readonly rows: Readonly<Record<(typeof tables)[number], number>>;
  readonly scopes: readonly ScopeId[];
};

const tables = ["entity", "earlier", "text_rev", "applied"] as const;

/** What an erasure works with; a dry one only counts. */
export type Erasing = { readonly key: string; readonly now: Instant; readonly isDry?: boolean };

/**
 * Erases records, and everything that is about one of them, in the caller's transaction: their states, earlier values, texts
 * and answers go; each scope that ever heard of one is told to wipe it; of its id only a keyed hash stays. Records that
 * are not there are erased all the same, for whoever may still bring them. Erasing again changes nothing.
 */
export const eraseRecords = async (
  transaction: Transaction<Schema>,
  wanted: readonly string[],
  { key, now, isDry = false }: Erasing,
): Promise<Erased> => {
  if (!isDry && isPostgres(transaction)) await holdUpMakers(transaction);
  const records = (await loadAbout(transaction))(wanted) as RecordId[];
  const touched = new Touched();
  // Locks the records: from here on nobody moves one or tells another scope of it.
  if (!isDry) await freeTimes(transaction, records, touched, now);
  const heard = await transaction
    .selectFrom("feed")
    .select(["scope_id", "entity_id"])
    .where(among(transaction, "entity_id", records))
    .where("erased", "=", 0)
    .execute();
  const rows = { entity: 0, earlier: 0, text_rev: 0, applied: 0 };
  for (const table of tables) {
    const column = table === "entity" ? "id" : "entity_id";
    const { count } = await transaction
      .selectFrom(table)
      .select(sql<number>`count(*)`.as("count"))
      .where(among(transaction, column, records))
      .executeTakeFirstOrThrow();
    rows[table] = count;
    if (isDry) continue;
    await transaction
      .deleteFrom(table)
      .where(among(transaction, column, records))
      .execute();
  }
  const scopes = [...new Set(heard.map(({ scope_id }) => scope_id as ScopeId))];
  if (!isDry) {
    const hashes = records.map((id) => ({ id_hash: idHash(key, id), at: now }));
    await writeRows(transaction, hashes, rememberErased);
    for (const { scope_id, entity_id } of heard) {
      touched.drop({ id: entity_id as RecordId }, scope_id as ScopeId);
    }
    await transaction
      .updateTable("feed")
      .set({ erased: 1 })
      .where(among(transaction, "entity_id", records))
      .execute();
    await advanceFeeds(transaction, touched, now);
  }
  return { records, rows, scopes };
};

const rememberErased = (database: Kysely<Schema>, rows: readonly ErasureTable[]) =>
  database
    .insertInto("erasure")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing());

/**
 * Whoever makes a record looks first whether what it is about was erased. Once nobody else may look, all who found that it was
 * not are done, and what they made is found and goes too. On SQLite whoever writes is alone.
 */
const holdUpMakers = (transaction: Transaction<Schema>): Promise<unknown> =>
  sql`LOCK TABLE erasure IN ACCESS EXCLUSIVE MODE`.execute(transaction);

/** Locks erased records and gives back the times they take up, before they go: others may have waited for one. */
const freeTimes = async (
  transaction: Transaction<Schema>,
  ids: readonly RecordId[],
  touched: Touched,
  at: Instant,
): Promise<void> => {
  const entities = await lockEntities(transaction, ids);
  const gone = [...entities.values()].map((one) => ({ ...one, deleted: true, ver: one.ver + 1 }));
  const records = new Map(gone.map((one) => [one.id, one]));
  const calendars = makeCalendars(transaction, gone.length);
  await saveRuled(
    transaction,
    await ruleSlots(transaction, calendars, { records, author: null, at, touched }),
  );
};

/** When a record was erased, in milliseconds; `null` when it was not. */
export const erasedAt = async (
  database: Kysely<Schema>,
  id: string,
  key: string,
): Promise<number | null> => {
  const row = await database
    .selectFrom("erasure")
    .select("at")
    .where("id_hash", "=", idHash(key, id))
    .executeTakeFirst();
  return row?.at ?? null;
};

/**
 * Erases again, in data from before, what the hashes say was erased. Returns how many records that were there went.
 */
export const eraseAgain = async (
  database: Kysely<Schema>,
  hashes: Iterable<string>,
  { key, now }: Erasing,
): Promise<number> => {
  const known = new Set(hashes);
  return transact(database, async (transaction) => {
    const rows = Array.from(known, (id_hash) => ({ id_hash, at: now }));
    await writeRows(transaction, rows, rememberErased);
    const all = await transaction.selectFrom("erasure").select("id_hash").execute();
    for (const { id_hash } of all) known.add(id_hash);
    if (known.size === 0) return 0;
    const ids = new Set<string>();
    for (const table of ["feed", "earlier", "text_rev", "applied"] as const) {
      const rows = await transaction.selectFrom(table).select("entity_id").distinct().execute();
      for (const { entity_id } of rows) ids.add(entity_id);
    }
    const wanted = [...ids].filter((id) => known.has(idHash(key, id)));
    if (wanted.length === 0) return 0;
    return (await eraseRecords(transaction, wanted, { key, now })).rows.entity;
  });
};

/** Which of these records were erased. */
export const erasedAmong = async (
  database: Kysely<Schema>,
  ids: readonly string[],
  key: string,
): Promise<ReadonlySet<string>> => {
  const hashes = new Map(ids.map((id) => [idHash(key, id), id]));
  if (hashes.size === 0) return new Set();
  const rows = await database
    .selectFrom("erasure")
    .select("id_hash")
    .where(among(database, "id_hash", hashes.keys()))
    .execute();
  return new Set(rows.flatMap(({ id_hash }) => hashes.get(id_hash) ?? []));
};
