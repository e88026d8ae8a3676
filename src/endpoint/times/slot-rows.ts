import { type Kysely, sql } from "kysely";
import type { ClaimKind, RuledClaim } from "#domain/times/claim.ts";
import type { DeviceId, MemberId, RecordId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { slotMaxMs } from "#domain/times/slot.ts";
import type { PromiseState } from "#domain/times/promise.ts";
import { among, rowsOfTexts } from "../database/among.ts";
import { isPostgres } from "../database/postgres.ts";
import type { CalendarTable, Schema, SlotTable } from "../database/schema.ts";
import { writeRows } from "../database/write-rows.ts";

const rowToClaim = (row: SlotTable): RuledClaim => ({
  record: row.record_id as RecordId,
  kind: row.kind as ClaimKind,
  adviser: row.adviser as MemberId,
  start: toInstant(row.starts_at),
  end: toInstant(row.ends_at),
  holder: row.holder as DeviceId | null,
  allotment: row.allotment_id as RecordId | null,
  state: row.state as PromiseState,
  turn: row.turn,
});

const claimToRow = (claim: RuledClaim): SlotTable => ({
  record_id: claim.record,
  kind: claim.kind,
  adviser: claim.adviser,
  starts_at: claim.start,
  ends_at: claim.end,
  holder: claim.holder,
  allotment_id: claim.allotment,
  state: claim.state,
  turn: claim.turn,
});

/** The claims of those records that have one. */
export const claimsOfRecords = async (
  database: Kysely<Schema>,
  records: readonly RecordId[],
): Promise<RuledClaim[]> => {
  const rows = await database
    .selectFrom("slot")
    .selectAll()
    .where(among(database, "record_id", records))
    .execute();
  return rows.map(rowToClaim);
};

/** A stretch of an adviser's time. */
type Stretch = Pick<RuledClaim, "adviser" | "start" | "end">;

/** The claims that overlap any of these stretches of their adviser's time, `end` not included, each once. */
export const claimsWithin = async (
  database: Kysely<Schema>,
  stretches: readonly Stretch[],
): Promise<RuledClaim[]> => {
  if (stretches.length === 0) return [];
  // Nothing lasts longer than `slotMaxMs`, so the index bounds the search on both sides.
  const asked = JSON.stringify(
    stretches.map(({ adviser, start, end }) => ({ adviser, after: start - slotMaxMs, start, end })),
  );
  const rows = await sql<SlotTable>`
    select slot.* from ${isPostgres(database) ? askedOfPostgres(asked) : askedOfSqlite(asked)}
    cross join slot where slot.adviser = asked.adviser
      and slot.starts_at > asked.after and slot.starts_at < asked."end" and slot.ends_at > asked.start
  `.execute(database);
  const claims = new Map(rows.rows.map((row) => [row.record_id, row]));
  return [...claims.values()].map(rowToClaim);
};

const askedOfPostgres = (asked: string) =>
  sql`jsonb_to_recordset(${asked}::jsonb) as asked (adviser text, after bigint, start bigint, "end" bigint)`;

const askedOfSqlite = (asked: string) =>
  sql`(select value ->> 'adviser' as adviser, value ->> 'after' as after, value ->> 'start' as start,
    value ->> 'end' as "end" from json_each(${asked})) as asked`;

/** Writes claims over what these records had; all old ones go first, so that a swap does not meet itself halfway. */
export const saveClaims = async (
  database: Kysely<Schema>,
  gone: readonly RecordId[],
  claims: readonly RuledClaim[],
): Promise<void> => {
  if (gone.length > 0) {
    await database
      .deleteFrom("slot")
      .where(among(database, "record_id", gone))
      .execute();
  }
  await writeRows(database, claims.map(claimToRow), insertClaims);
};

const insertClaims = (database: Kysely<Schema>, rows: readonly SlotTable[]) =>
  database.insertInto("slot").values(rows);

/**
 * Locks the calendars of these advisers, which are sorted, until the transaction ends, and reserves the next `count` turns
 * in each. Returns the last turn before them by adviser.
 */
export const lockCalendars = async (
  database: Kysely<Schema>,
  advisers: readonly MemberId[],
  count: number,
): Promise<Map<MemberId, number>> => {
  if (advisers.length === 0) return new Map();
  // SQLite takes an `on conflict` after a select for a join's without a `where` between them.
  const { rows } = await sql<CalendarTable>`
    insert into calendar (adviser, turn)
    select asked.value, cast(${count} as bigint) from ${rowsOfTexts(database, advisers)} as asked where true
    on conflict (adviser) do update set turn = calendar.turn + excluded.turn
    returning adviser, turn
  `.execute(database);
  return new Map(rows.map(({ adviser, turn }) => [adviser as MemberId, turn - count]));
};
