import type { Kysely } from "kysely";
import * as v from "valibot";
import { type MemberId, memberIdSchema } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";
import { erasedAt } from "../lifetime/erase.ts";

/** Why nobody can be brought back under an id. */
export type BringBackFailure = "member.malformed" | "member.taken" | "member.erased";

/**
 * Makes a member under an id from before, whom a restoration lost: with no scope, no name and no device. The first
 * device that is let in as this member brings the rest. Fails with `member.malformed` for what is no id, with
 * `member.taken` when the id is a member's, a record's or a scope's, and with `member.erased` when its record was erased.
 */
export const bringBackMember = async (
  database: Kysely<Schema>,
  written: string,
  { key, now }: { readonly key: string; readonly now: Instant },
): Promise<Result<MemberId, BringBackFailure>> => {
  const parsed = v.safeParse(memberIdSchema, written);
  if (!parsed.success) return fail("member.malformed");
  const id = parsed.output;
  return transact(database, async (transaction) => {
    for (const table of ["member", "scope", "entity"] as const) {
      const taken = await transaction
        .selectFrom(table)
        .select("id")
        .where("id", "=", id)
        .executeTakeFirst();
      if (taken !== undefined) return fail("member.taken");
    }
    if ((await erasedAt(transaction, id, key)) !== null) return fail("member.erased");
    await transaction.insertInto("member").values({ id, created_at: now }).execute();
    return ok(id);
  });
};
