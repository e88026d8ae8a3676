import { type Kysely, sql, type Transaction } from "kysely";
import { dayMs, type Instant } from "#domain/instant.ts";
import { sessionIdleMs, sessionLifetimeMs } from "../access/session.ts";
import type { Schema } from "../database/schema.ts";
import { editsTakenMs } from "../records/too-old.ts";

/**
 * How long a deleted record is remembered, and that one left a scope: a device that was away for longer gets the scope
 * anew (sync.md §2.7).
 */
const goneKeptMs = 90 * dayMs;
/**
 * How long it is remembered that an edit was answered: longer than it would be taken anew, by a day for clocks of several
 * processes that differ.
 */
const answersKeptMs = editsTakenMs + dayMs;
/** How long a version of a text is kept after somebody last wrote on top of it; a device with an older one sends it along. */
const textsKeptMs = 180 * dayMs;
/** How long a value is kept that no longer stands: two years, as long as anybody asks who changed what. */
const earlierKeptMs = 730 * dayMs;
/** How long a used or expired enrolment code can still be told from one that never was. */
const codesKeptMs = 30 * dayMs;

/**
 * How long the address of another calendar may be without its record: the record is made once the address was read, by a
 * device that may lose the answer, or its network for a while before it has sent the record.
 */
const addressesKeptMs = 30 * dayMs;

/** Most rows that one transaction takes out: it holds its locks for some milliseconds, however much there is to do. */
const rowsAtOnce = 500;

/** How many rows a purge took out, by what they were. */
export type Purged = { readonly [what in (typeof purgedThings)[number]]: number };
export const purgedThings = [
  "gone",
  "answers",
  "texts",
  "earlier",
  "sessions",
  "codes",
  "addresses",
] as const;

/** Takes out whatever has had its time, in many small transactions; it may run while everything else does. */
export const purge = async (database: Kysely<Schema>, now: Instant): Promise<Purged> => ({
  gone: await repeatedly(database, (one) => purgeGone(one, now - goneKeptMs)),
  answers: await repeatedly(database, (one) => purgeAnswers(one, now - answersKeptMs)),
  texts: await repeatedly(database, (one) => purgeTexts(one, now - textsKeptMs)),
  earlier: await repeatedly(database, (one) => purgeEarlier(one, now - earlierKeptMs)),
  sessions: await repeatedly(database, (one) => purgeSessions(one, now)),
  codes: await repeatedly(database, (one) => purgeCodes(one, now)),
  addresses: await repeatedly(database, (one) => purgeAddresses(one, now - addressesKeptMs)),
});

const repeatedly = async (
  database: Kysely<Schema>,
  step: (transaction: Transaction<Schema>) => Promise<number>,
): Promise<number> => {
  let sum = 0;
  for (;;) {
    const count = await database.transaction().execute(step);
    sum += count;
    if (count < rowsAtOnce) return sum;
  }
};

/**
 * Takes old tombstones out of the feeds and raises the scopes' floors to them; a record that no feed tells of any more goes
 * with all that was kept of it. What was erased stays in the feeds for good.
 */
const purgeGone = async (transaction: Transaction<Schema>, before: number): Promise<number> => {
  const rows = await tombstones(transaction, before);
  const floors = new Map<string, number>();
  for (const { scope_id, seq } of rows) {
    floors.set(scope_id, Math.max(seq, floors.get(scope_id) ?? 0));
  }
  for (const [scope, floor] of [...floors].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const raised = transaction.updateTable("scope").set({ floor }).where("id", "=", scope);
    await raised.where("floor", "<", floor).execute();
  }
  for (const { scope_id, entity_id, seq } of rows) {
    await transaction
      .deleteFrom("feed")
      .where("scope_id", "=", scope_id)
      .where("entity_id", "=", entity_id)
      .where("seq", "=", seq)
      .execute();
  }
  await forgetDeleted(transaction, [...new Set(rows.map(({ entity_id }) => entity_id))]);
  return rows.length;
};

/** Both kinds have an index of their own: it holds what is said literally, and nothing of what is there. */
const tombstones = (transaction: Transaction<Schema>, before: number) => {
  const old = transaction
    .selectFrom("feed")
    .select(["feed.scope_id", "feed.entity_id", "feed.seq"])
    .where("feed.at", "<", before)
    .where("feed.erased", "=", 0);
  const dropped = old.where("feed.op", "=", sql.lit("drop"));
  const deleted = old
    .innerJoin("entity", "entity.id", "feed.entity_id")
    .where("entity.deleted", "=", sql.lit(1));
  return dropped.union(deleted).limit(rowsAtOnce).execute();
};

const forgetDeleted = async (
  transaction: Transaction<Schema>,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  const rows = await transaction
    .deleteFrom("entity")
    .where("id", "in", [...ids])
    .where("deleted", "=", 1)
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom("feed").select("feed.seq").whereRef("feed.entity_id", "=", "entity.id"),
        ),
      ),
    )
    .returning("id")
    .execute();
  const forgotten = rows.map(({ id }) => id);
  if (forgotten.length === 0) return;
  await transaction.deleteFrom("earlier").where("entity_id", "in", forgotten).execute();
  await transaction.deleteFrom("text_rev").where("entity_id", "in", forgotten).execute();
};

const purgeAnswers = async (transaction: Transaction<Schema>, before: number): Promise<number> => {
  const old = await transaction
    .selectFrom("applied")
    .select("op_id")
    .where("at", "<", before)
    .limit(rowsAtOnce)
    .execute();
  const ids = old.map(({ op_id }) => op_id);
  if (ids.length > 0) await transaction.deleteFrom("applied").where("op_id", "in", ids).execute();
  return ids.length;
};

const purgeTexts = async (transaction: Transaction<Schema>, before: number): Promise<number> => {
  const old = await transaction
    .selectFrom("text_rev")
    .select(["entity_id", "field", "hash"])
    .where("at", "<", before)
    .limit(rowsAtOnce)
    .execute();
  for (const { entity_id, field, hash } of old) {
    await transaction
      .deleteFrom("text_rev")
      .where("entity_id", "=", entity_id)
      .where("field", "=", field)
      .where("hash", "=", hash)
      .execute();
  }
  return old.length;
};

const purgeEarlier = async (transaction: Transaction<Schema>, before: number): Promise<number> => {
  const old = await transaction
    .selectFrom("earlier")
    .select(["entity_id", "field", "at", "op_id", "part"])
    .where("at", "<", before)
    .limit(rowsAtOnce)
    .execute();
  for (const { entity_id, field, at, op_id, part } of old) {
    await transaction
      .deleteFrom("earlier")
      .where("entity_id", "=", entity_id)
      .where("field", "=", field)
      .where("at", "=", at)
      .where("op_id", "=", op_id)
      .where("part", "=", part)
      .execute();
  }
  return old.length;
};

const purgeSessions = async (transaction: Transaction<Schema>, now: Instant): Promise<number> => {
  const old = await transaction
    .selectFrom("session")
    .select("token_hash")
    .where((is) =>
      is.or([
        is("used_at", "<=", now - sessionIdleMs),
        is("created_at", "<=", now - sessionLifetimeMs),
      ]),
    )
    .limit(rowsAtOnce)
    .execute();
  const hashes = old.map(({ token_hash }) => token_hash);
  if (hashes.length > 0) {
    await transaction.deleteFrom("session").where("token_hash", "in", hashes).execute();
  }
  return hashes.length;
};

const purgeCodes = async (transaction: Transaction<Schema>, now: Instant): Promise<number> => {
  await transaction.deleteFrom("assertion_used").where("expires_at", "<=", now).execute();
  const old = await transaction
    .selectFrom("enrolment_code")
    .select("code_hash")
    .where("expires_at", "<", now - codesKeptMs)
    .limit(rowsAtOnce)
    .execute();
  const hashes = old.map(({ code_hash }) => code_hash);
  if (hashes.length > 0) {
    await transaction.deleteFrom("enrolment_code").where("code_hash", "in", hashes).execute();
  }
  return hashes.length;
};

/** Takes out secret addresses that nobody can see any more: no record stands for them, or it was deleted without them. */
const purgeAddresses = async (
  transaction: Transaction<Schema>,
  before: number,
): Promise<number> => {
  const old = await transaction
    .selectFrom("busy_source")
    .leftJoin("entity", "entity.id", "busy_source.id")
    .select("busy_source.id")
    .where("busy_source.made_at", "<", before)
    .where((is) => is.or([is("entity.id", "is", null), is("entity.deleted", "=", 1)]))
    .limit(rowsAtOnce)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length > 0) await transaction.deleteFrom("busy_source").where("id", "in", ids).execute();
  return ids.length;
};
