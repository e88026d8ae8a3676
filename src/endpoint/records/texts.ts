import type { Kysely } from "kysely";
import type { RecordId } from "#domain/ids.ts";
import { dayMs, type Instant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { among } from "../database/among.ts";
import type { Schema, TextRevTable } from "../database/schema.ts";
import { writeRows } from "../database/write-rows.ts";
import { sha256 } from "../sha256.ts";

/** The versions of texts that a push needs and those it brings. */
export type Texts = {
  find(record: RecordId, field: string, hash: string): string | undefined;
  /** Remembers, for this push, a version that is saved elsewhere. */
  note(record: RecordId, field: string, body: string): void;
  /** Remembers a version for good. */
  keep(record: RecordId, field: string, body: string): void;
  /** Writes what was kept. */
  save(at: Instant): Promise<void>;
};

/** The use of a version is written down at most this often, in milliseconds: once a day is enough for when it may go. */
const usedStepMs = dayMs;

const emptyHash = sha256("");

/**
 * Looks up, in one go, every version that the edits name as the text their author saw, among those that were kept and among
 * the earlier values.
 */
export const loadTexts = async (database: Kysely<Schema>, ops: readonly Op[]): Promise<Texts> => {
  const known = new Map<string, string>();
  const used: TextRevTable[] = [];
  const fresh = new Map<string, Omit<TextRevTable, "at">>();
  const keyOf = (record: string, field: string, hash: string) => `${record} ${hash} ${field}`;
  const edits = ops.filter((op) => op.verb === "text");
  if (edits.length > 0) {
    const isNamed = [
      among(
        database,
        "entity_id",
        edits.map((op) => op.record),
      ),
      among(
        database,
        "hash",
        edits.map((op) => op.hash),
      ),
    ] as const;
    const kept = await database
      .selectFrom("text_rev")
      .selectAll()
      .where(isNamed[0])
      .where(isNamed[1])
      .execute();
    const earlier = await database
      .selectFrom("earlier")
      .select(["entity_id", "field", "hash", "value"])
      .where(isNamed[0])
      .where(isNamed[1])
      .execute();
    for (const { entity_id, field, hash, value } of earlier) {
      known.set(keyOf(entity_id, field, hash ?? ""), JSON.parse(value) as string);
    }
    for (const row of kept) {
      known.set(keyOf(row.entity_id, row.field, row.hash), JSON.parse(row.body) as string);
      used.push(row);
    }
  }
  return {
    find: (record, field, hash) =>
      hash === emptyHash ? "" : known.get(keyOf(record, field, hash)),
    note: (record, field, body) => {
      known.set(keyOf(record, field, sha256(body)), body);
    },
    keep: (record, field, body) => {
      const hash = sha256(body);
      const key = keyOf(record, field, hash);
      if (hash === emptyHash || known.has(key)) return;
      known.set(key, body);
      fresh.set(key, { entity_id: record, field, hash, body: JSON.stringify(body) });
    },
    save: async (at) => {
      const rows = [...fresh.values()].map((row) => ({ ...row, at }));
      await writeRows(database, rows, insertTexts);
      for (const { entity_id, field, hash, at: before } of used) {
        if (at - before < usedStepMs) continue;
        await database
          .updateTable("text_rev")
          .set({ at })
          .where("entity_id", "=", entity_id)
          .where("field", "=", field)
          .where("hash", "=", hash)
          .execute();
      }
    },
  };
};

const insertTexts = (database: Kysely<Schema>, rows: readonly TextRevTable[]) =>
  database
    .insertInto("text_rev")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["entity_id", "field", "hash"])
        .doUpdateSet(({ ref }) => ({ at: ref("excluded.at") })),
    );
