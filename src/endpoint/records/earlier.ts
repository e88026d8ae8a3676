import type { Kysely, Transaction } from "kysely";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { Instant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import type { Earlier } from "#domain/merge/entity.ts";
import type {
  ChangedFieldsAnswer,
  EarlierAnswer,
  EarlierRequest,
  WireEarlier,
} from "#protocol/earlier.ts";
import { answerBytes, earlierMaxCount } from "#protocol/limits.ts";
import { scopesOfMember } from "../access/membership.ts";
import { among } from "../database/among.ts";
import type { EarlierTable, Schema } from "../database/schema.ts";
import { writeRows } from "../database/write-rows.ts";
import { sha256 } from "../sha256.ts";
import { loadEntities } from "./entities.ts";

/** Keeps the values that stopped standing through edits. */
export const saveEarlier = async (
  database: Kysely<Schema>,
  edits: readonly { readonly op: Op; readonly earlier: readonly Earlier[] }[],
  at: Instant,
): Promise<void> => {
  const rows = edits.flatMap(({ op, earlier }) =>
    earlier.map(({ field, value, why, by }, part): EarlierTable => ({
      op_id: op.id,
      part,
      entity_id: op.record,
      field,
      value: JSON.stringify(value),
      why,
      by_member: by?.member ?? null,
      by_device: by?.device ?? null,
      by_at: by?.at ?? null,
      joint: by?.isJoint === true ? 1 : 0,
      hash: op.verb === "text" && typeof value === "string" ? sha256(value) : null,
      at,
    })),
  );
  await writeRows(database, rows, insertEarlier);
};

const insertEarlier = (database: Kysely<Schema>, rows: readonly EarlierTable[]) =>
  database.insertInto("earlier").values(rows);

/**
 * The values that stood in a field before, the newest first: as many as an answer may hold by number and by length, but at
 * least one. `null` for a record that is not there any more or whose home the member is not in. Whoever sees a record only
 * because it is shared sees what it says now: what it said before may be from before it was shared.
 */
export const readEarlier = async (
  snapshot: Transaction<Schema>,
  member: MemberId,
  { e: record, f: field, skip }: Pick<EarlierRequest, "e" | "f" | "skip">,
): Promise<EarlierAnswer | null> => {
  const scopes = await scopesOfMember(snapshot, member);
  const entity = (await loadEntities(snapshot, [record])).get(record);
  if (entity === undefined || entity.deleted) return null;
  if (!scopes.some(({ id }) => id === entity.home)) return null;
  const rows = await snapshot
    .selectFrom("earlier")
    .select(["value", "why", "by_member", "by_at", "joint", "at"])
    .where("entity_id", "=", record)
    .where("field", "=", field)
    .orderBy("at", "desc")
    // Edits that were sent together stopped standing at the same time: then the one written last comes first.
    .orderBy("by_at", (order) => order.desc().nullsLast())
    .orderBy("op_id", "desc")
    .orderBy("part", "desc")
    .offset(skip)
    .limit(earlierMaxCount + 1)
    .execute();
  const values = fitting(rows).map((row): WireEarlier => ({
    v: JSON.parse(row.value) as Json,
    w: row.joint === 1 && row.why === "overwritten" ? "merged" : row.why,
    by: row.by_member,
    t: row.by_at as Instant | null,
    until: row.at as Instant,
  }));
  return { values, more: values.length < rows.length };
};

/**
 * The fields of some records in which anything stood before, by record, in the order of their names. A record that
 * `readEarlier` would tell nothing of is left out; `null` where that is all of them.
 */
export const readChangedFields = async (
  snapshot: Transaction<Schema>,
  member: MemberId,
  records: readonly RecordId[],
): Promise<ChangedFieldsAnswer | null> => {
  const homes = new Set<string>((await scopesOfMember(snapshot, member)).map(({ id }) => id));
  const entities = await loadEntities(snapshot, records);
  const open = [...entities.values()].filter(({ home, deleted }) => !deleted && homes.has(home));
  if (open.length === 0) return null;
  const rows = await snapshot
    .selectFrom("earlier")
    .select(["entity_id", "field"])
    .distinct()
    .where(
      among(
        snapshot,
        "entity_id",
        open.map(({ id }) => id),
      ),
    )
    .orderBy("field")
    .execute();
  const fields: Record<string, string[]> = {};
  for (const row of rows) (fields[row.entity_id] ??= []).push(row.field);
  return { fields };
};

const fitting = <R extends { readonly value: string }>(rows: readonly R[]): readonly R[] => {
  let length = 0;
  const tooMany = rows.findIndex((row, index) => {
    length += row.value.length;
    return index === earlierMaxCount || (index > 0 && length > answerBytes.usual);
  });
  return tooMany < 0 ? rows : rows.slice(0, tooMany);
};
