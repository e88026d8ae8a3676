import type { Kysely } from "kysely";
import type { CalendarFailureCode } from "#domain/failure.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { busyDueMs, busySourcesMaxCount } from "#protocol/busy.ts";
import { holdMember } from "../access/hold-member.ts";
import type { BusySourceTable, Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";

/** A member's other calendars, the oldest first. */
export const listSources = (
  database: Kysely<Schema>,
  member: MemberId,
): Promise<BusySourceTable[]> =>
  database
    .selectFrom("busy_source")
    .selectAll()
    .where("member_id", "=", member)
    .orderBy("made_at")
    .orderBy("id")
    .execute();

/**
 * Keeps the address of a calendar that was just read. Fails with `calendar.too_many` when the member has as many as there may
 * be, and with `calendar.unknown` for an id that is taken.
 */
export const addSource = (
  database: Kysely<Schema>,
  member: MemberId,
  { id, url, now }: { readonly id: RecordId; readonly url: string; readonly now: Instant },
): Promise<Result<true, CalendarFailureCode>> =>
  transact(database, async (transaction) => {
    await holdMember(transaction, member);
    const present = await listSources(transaction, member);
    if (present.length >= busySourcesMaxCount) return fail("calendar.too_many");
    const added = await transaction
      .insertInto("busy_source")
      .values({ id, member_id: member, url, made_at: now, read_at: now, failure: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n ? ok(true) : fail("calendar.unknown");
  });

/** Forgets the address of a calendar, if it is the member's. */
export const removeSource = async (
  database: Kysely<Schema>,
  member: MemberId,
  id: RecordId,
): Promise<void> => {
  await database
    .deleteFrom("busy_source")
    .where("id", "=", id)
    .where("member_id", "=", member)
    .execute();
};

/**
 * Takes it upon itself to read a calendar now, and returns its address; `null` when only one that is due was asked for and
 * this one is not: of two devices that come at once, one reads. Fails with `calendar.unknown` for one that is not the member's.
 */
export const claimReading = async (
  database: Kysely<Schema>,
  member: MemberId,
  { id, due, now }: { readonly id: RecordId; readonly due: boolean; readonly now: Instant },
): Promise<Result<string | null, "calendar.unknown">> => {
  const source = await database
    .selectFrom("busy_source")
    .select("url")
    .where("id", "=", id)
    .where("member_id", "=", member)
    .executeTakeFirst();
  if (source === undefined) return fail("calendar.unknown");
  const claimed = await database
    .updateTable("busy_source")
    .set({ read_at: now })
    .where("id", "=", id)
    .$if(due, (query) =>
      query.where((is) => is.or([is("read_at", "is", null), is("read_at", "<=", now - busyDueMs)])),
    )
    .executeTakeFirst();
  return ok(claimed.numUpdatedRows === 1n ? source.url : null);
};

/** Writes down what came of a reading: why it failed, or `null`. */
export const noteReading = async (
  database: Kysely<Schema>,
  id: RecordId,
  failure: CalendarFailureCode | null,
): Promise<void> => {
  await database.updateTable("busy_source").set({ failure }).where("id", "=", id).execute();
};
