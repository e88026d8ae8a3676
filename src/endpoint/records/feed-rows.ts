import type { Transaction } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Fields } from "#domain/json.ts";
import type { ScopeKind } from "#domain/kind.ts";
import { isSharedInto, projectFields } from "#domain/fields/projection.ts";
import type { Schema } from "../database/schema.ts";

/**
 * One row of a scope's feed: its number, and the record as it travels (JSON), empty for a record that left the scope or was
 * told of before (`isTold`).
 */
export type FeedRow = {
  readonly seq: number;
  readonly id: RecordId;
  readonly op: "put" | "drop";
  readonly isDeleted: boolean;
  readonly isErased: boolean;
  readonly isTold: boolean;
  readonly text: string;
};

/**
 * The first `count` rows of a scope after a number, in their order; into a scope of partners only projections go. `told` are
 * the records that need not be told of in these versions.
 */
export const readFeed = async (
  snapshot: Transaction<Schema>,
  scope: { readonly id: ScopeId; readonly kind: ScopeKind },
  after: number,
  count: number,
  told?: ReadonlyMap<RecordId, number>,
): Promise<FeedRow[]> => {
  const rows = await snapshot
    .selectFrom("feed")
    .leftJoin("entity", "entity.id", "feed.entity_id")
    .select(["feed.seq", "feed.entity_id", "feed.op", "feed.erased"])
    .select([
      "entity.kind",
      "entity.home",
      "entity.shares",
      "entity.ver",
      "entity.deleted",
      "entity.fields",
    ])
    .where("feed.scope_id", "=", scope.id)
    .where("feed.seq", ">", after)
    .orderBy("feed.seq")
    .limit(count)
    .execute();
  return rows.map((row): FeedRow => {
    const isErased = row.erased === 1;
    const id = row.entity_id as RecordId;
    const start = { seq: row.seq, id, isErased, isTold: false };
    if (row.op === "drop" || row.kind === null) {
      return { ...start, op: "drop", isDeleted: true, text: "" };
    }
    const isDeleted = row.deleted === 1;
    if (told !== undefined && row.ver === told.get(id)) {
      return { ...start, op: "put", isDeleted, isTold: true, text: "" };
    }
    return { ...start, op: "put", isDeleted, text: wireText(row.entity_id, row, isDeleted, scope) };
  });
};

/**
 * A record as `recordToWire` writes it, around the JSON that the database holds: a first synchronisation sends thousands,
 * and reading and writing each anew would take most of its time. A deleted record goes without its content.
 */
const wireText = (
  id: string,
  row: { kind: string | null; home: string | null; shares: string | null } & {
    ver: number | null;
    fields: string | null;
  },
  isDeleted: boolean,
  scope: { readonly id: ScopeId; readonly kind: ScopeKind },
): string => {
  const { kind: t, home: s, ver } = row;
  const head = JSON.stringify({ id, t, s, ver, ...(isDeleted ? { del: 1 } : {}) }).slice(0, -1);
  if (isDeleted) return `${head},"f":{}}`;
  if (isSharedInto(scope.kind)) {
    const fields = JSON.parse(row.fields ?? "{}") as Fields;
    const seen = JSON.stringify(projectFields(t ?? "", fields));
    return `${head},"sh":["${scope.id}"],"f":${seen}}`;
  }
  const shares = row.shares === "[]" ? "" : `"sh":${row.shares},`;
  return `${head},${shares}"f":${row.fields}}`;
};
