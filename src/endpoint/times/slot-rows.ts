import type { Kysely } from "kysely";
import type { ClaimKind, RuledClaim } from "#domain/times/claim.ts";
import type { DeviceId, MemberId, RecordId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { slotMaxMs } from "#domain/kinds/appointment.ts";
import type { PromiseState } from "#domain/times/promise.ts";
import { inLists, inPieces } from "../database/in-pieces.ts";
import type { Schema, SlotTable } from "../database/schema.ts";

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
  const claims: RuledClaim[] = [];
  for (const piece of inLists([...new Set(records)])) {
    const rows = await database
      .selectFrom("slot")
      .selectAll()
      .where("record_id", "in", piece)
      .execute();
    claims.push(...rows.map(rowToClaim));
  }
  return claims;
};

/** The claims of an adviser that overlap a stretch of time, `end` not included. */
export const claimsBetween = async (
  database: Kysely<Schema>,
  adviser: MemberId,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<RuledClaim[]> => {
  const rows = await database
    .selectFrom("slot")
    .selectAll()
    .where("adviser", "=", adviser)
    // Nothing lasts longer, so the index bounds the search on both sides.
    .where("starts_at", ">", start - slotMaxMs)
    .where("starts_at", "<", end)
    .where("ends_at", ">", start)
    .execute();
  return rows.map(rowToClaim);
};

/** Writes claims over what these records had; all old ones go first, so that a swap does not meet itself halfway. */
export const saveClaims = async (
  database: Kysely<Schema>,
  gone: readonly RecordId[],
  claims: readonly RuledClaim[],
): Promise<void> => {
  for (const piece of inLists(gone)) {
    await database.deleteFrom("slot").where("record_id", "in", piece).execute();
  }
  for (const piece of inPieces(claims.map(claimToRow))) {
    await database.insertInto("slot").values(piece).execute();
  }
};

/**
 * Locks an adviser's calendar until the transaction ends, and reserves the next `count` turns in it. Returns the last turn
 * before them.
 */
export const lockCalendar = async (
  database: Kysely<Schema>,
  adviser: MemberId,
  count: number,
): Promise<number> => {
  const { turn } = await database
    .insertInto("calendar")
    .values({ adviser, turn: count })
    .onConflict((conflict) =>
      conflict.column("adviser").doUpdateSet((row) => ({ turn: row("calendar.turn", "+", count) })),
    )
    .returning("turn")
    .executeTakeFirstOrThrow();
  return turn - count;
};
