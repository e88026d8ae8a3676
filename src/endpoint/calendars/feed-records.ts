import type { Kysely } from "kysely";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { type Instant, toInstant } from "#domain/instant.ts";
import { type Appointment, appointmentKind, isLedBy } from "#domain/kinds/appointment.ts";
import { addDays, fromLocal, toLocalDate } from "#domain/local-time.ts";
import { readRecord } from "#domain/record.ts";
import type { Schema } from "../database/schema.ts";
import { rowToEntity } from "../records/entities.ts";

/** A feed goes back this many whole days: what was moved or called off in the last weeks is still put right. */
const pastDays = 28;

/** An appointment of a feed: its values, its version, and when it last changed. */
export type FeedRecord = {
  readonly id: RecordId;
  readonly values: Appointment;
  readonly ver: number;
  readonly changedAt: Instant;
};

/**
 * The appointments that a member gives or leads together with others, in the scopes the member is in now, of the last four
 * weeks and of all time to come, by their start. Deleted and erased ones are not among them.
 */
export const loadFeedRecords = async (
  database: Kysely<Schema>,
  member: MemberId,
  now: Instant,
): Promise<FeedRecord[]> => {
  const from = fromLocal(addDays(toLocalDate(now), -pastDays), 0);
  const rows = await database
    .selectFrom("entity")
    .innerJoin("membership", "membership.scope_id", "entity.home")
    .innerJoin("feed", (join) =>
      join.onRef("feed.entity_id", "=", "entity.id").onRef("feed.scope_id", "=", "entity.home"),
    )
    .selectAll("entity")
    .select("feed.at")
    .where("membership.member_id", "=", member)
    // Only an appointment has an end, and only while it is not deleted.
    .where("entity.ends_at", ">", from)
    // Whoever is named anywhere in it; the few that are named otherwise are passed over below.
    .where("entity.fields", "like", `%${member}%`)
    .execute();
  return rows
    .map(({ at, ...row }): FeedRecord => {
      const { id, values, ver } = readRecord(appointmentKind, rowToEntity(row));
      return { id, values, ver, changedAt: toInstant(at) };
    })
    .filter(({ values }) => isLedBy(values, member))
    .sort(
      (one, other) =>
        one.values.slot.start - other.values.slot.start || (one.id < other.id ? -1 : 1),
    );
};
