import { type Kysely, sql } from "kysely";
import type { ClaimKind, RuledClaim } from "#domain/times/claim.ts";
import type { DeviceId, MemberId, RecordId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { slotMaxMs } from "#domain/times/slot.ts";
import type { PromiseState } from "#domain/times/promise.ts";
import { among } from "../database/among.ts";
import { inPieces } from "../database/in-pieces.ts";
import type { Schema, SlotTable } from "../database/schema.ts";
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

/** The claims that overlap any of these stretches of their adviser's time, `end` not included. */
export const claimsWithin = async (
  database: Kysely<Schema>,
  stretches: readonly Pick<RuledClaim, "adviser" | "start" | "end">[],
): Promise<RuledClaim[]> => {
  const claims: RuledClaim[] = [];
  for (const piece of inPieces(stretches)) {
    const rows = await database
      .selectFrom("slot")
      .selectAll()
      .where(sql<boolean>`(${sql.join(piece.map(isWithin), sql` or `)})`)
      .execute();
    claims.push(...rows.map(rowToClaim));
  }
  return claims;
};

/** Nothing lasts longer than `slotMaxMs`, so the index bounds the search on both sides. */
const isWithin = ({ adviser, start, end }: Pick<RuledClaim, "adviser" | "start" | "end">) =>
  sql`(adviser = ${adviser} and starts_at > ${start - slotMaxMs} and starts_at < ${end} and ends_at > ${start})`;

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
  const turns = new Map<MemberId, number>();
  for (const piece of inPieces(advisers)) {
    const rows = await database
      .insertInto("calendar")
      .values(piece.map((adviser) => ({ adviser, turn: count })))
      .onConflict((conflict) =>
        conflict
          .column("adviser")
          .doUpdateSet((row) => ({ turn: row("calendar.turn", "+", count) })),
      )
      .returning(["adviser", "turn"])
      .execute();
    for (const { adviser, turn } of rows) turns.set(adviser as MemberId, turn - count);
  }
  return turns;
};
