import type { Transaction } from "kysely";
import type { MemberId } from "#domain/ids.ts";
import { isPostgres } from "../database/postgres.ts";
import type { Schema } from "../database/schema.ts";

/**
 * Until the transaction ends nobody else holds this member: what a member has is counted, and one more added, by one at a
 * time. Nothing else waits for it. On SQLite whoever writes is alone.
 */
export const holdMember = async (
  transaction: Transaction<Schema>,
  member: MemberId,
): Promise<void> => {
  if (!isPostgres(transaction)) return;
  await transaction
    .selectFrom("member")
    .select("id")
    .where("id", "=", member)
    .forNoKeyUpdate()
    .execute();
};
