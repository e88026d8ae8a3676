import type { Kysely } from "kysely";
import type { RecordId } from "#domain/ids.ts";
import { dayMs, type Instant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { inPieces } from "../database/in-pieces.ts";
import type { Schema } from "../database/schema.ts";
import { sha256 } from "../sha256.ts";

/** The versions of texts that a push needs and those it brings. */
export type Texts = {
  find(record: RecordId, field: string, hash: string): string | undefined;
  keep(record: RecordId, field: string, body: string): void;
  /** Writes what was kept. */
  save(at: Instant): Promise<void>;
};

/** The use of a version is written down at most this often, in milliseconds: once a day is enough for when it may go. */
const usedStepMs = dayMs;

const emptyHash = sha256("");

/** Looks up, in one go, every earlier version that the edits name as the text their author saw. */
export const loadTexts = async (database: Kysely<Schema>, ops: readonly Op[]): Promise<Texts> => {
  const known = new Map<string, string>();
  const used = new Map<string, { entity_id: string; field: string; hash: string; at: number }>();
  const fresh: { entity_id: string; field: string; hash: string; body: string }[] = [];
  const keyOf = (record: string, field: string, hash: string) => `${record} ${hash} ${field}`;
  const edits = ops.filter((op) => op.verb === "text");
  if (edits.length > 0) {
    const rows = await database
      .selectFrom("text_rev")
      .select(["entity_id", "field", "hash", "body", "at"])
      .where("entity_id", "in", [...new Set(edits.map((op) => op.record))])
      .where("hash", "in", [...new Set(edits.map((op) => op.hash))])
      .execute();
    for (const row of rows) {
      known.set(keyOf(row.entity_id, row.field, row.hash), JSON.parse(row.body) as string);
      used.set(keyOf(row.entity_id, row.field, row.hash), row);
    }
  }
  return {
    find: (record, field, hash) =>
      hash === emptyHash ? "" : known.get(keyOf(record, field, hash)),
    keep: (record, field, body) => {
      const hash = sha256(body);
      const key = keyOf(record, field, hash);
      if (hash === emptyHash || known.has(key)) return;
      known.set(key, body);
      fresh.push({ entity_id: record, field, hash, body: JSON.stringify(body) });
    },
    save: async (at) => {
      for (const piece of inPieces(fresh)) {
        await database
          .insertInto("text_rev")
          .values(piece.map((row) => ({ ...row, at })))
          .onConflict((conflict) =>
            conflict.columns(["entity_id", "field", "hash"]).doUpdateSet({ at }),
          )
          .execute();
      }
      for (const { entity_id, field, hash, at: before } of used.values()) {
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
