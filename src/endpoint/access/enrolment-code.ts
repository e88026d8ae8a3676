import type { Kysely, Transaction } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { DeviceId, MemberId, ScopeId } from "#domain/ids.ts";
import { addMs, type Instant } from "#domain/instant.ts";
import type { Role } from "#domain/kind.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { codeLifetimeMs } from "#protocol/limits.ts";
import { isPostgres } from "../database/postgres.ts";
import type { Schema } from "../database/schema.ts";
import { sha256 } from "../sha256.ts";

/** What a code lets its finder into: a team as an adviser or a coordinator, as a new member or as one there is. */
export type Invitation = {
  readonly team: ScopeId;
  readonly role: Role;
  readonly member: MemberId | null;
};

/** A code that was found: good for `invitation`, or already used by a device. */
export type FoundCode = { readonly invitation: Invitation; readonly usedBy: DeviceId | null };

/** The digits of Crockford's base 32 (Douglas Crockford, "Base 32"). */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const makeCode = (chance: Chance): string =>
  Array.from(chance.bytes(10), (byte) => digits.charAt(byte & 31)).join("");

/** Makes a code for an invitation. The code itself is only in what is returned; the database keeps its SHA-256. */
export const issueCode = async (
  database: Kysely<Schema>,
  { team, role, member }: Invitation,
  chance: Chance,
  now: Instant,
): Promise<string> => {
  const code = makeCode(chance);
  await database
    .insertInto("enrolment_code")
    .values({
      code_hash: sha256(code),
      team_id: team,
      role,
      member_id: member,
      created_at: now,
      expires_at: addMs(now, codeLifetimeMs),
      used_at: null,
      used_by: null,
    })
    .execute();
  return code;
};

/** Keeps a code to one transaction: another that comes with it waits here, and then finds what became of it. */
export const lockCode = async (transaction: Transaction<Schema>, code: string): Promise<void> => {
  await transaction
    .selectFrom("enrolment_code")
    .select("code_hash")
    .where("code_hash", "=", sha256(code))
    .$if(isPostgres(transaction), (query) => query.forUpdate())
    .execute();
};

/** Finds a code that has not run out. Fails with `code.unknown` or `code.expired`. */
export const findCode = async (
  database: Kysely<Schema>,
  code: string,
  now: Instant,
): Promise<Result<FoundCode, "code.unknown" | "code.expired">> => {
  const row = await database
    .selectFrom("enrolment_code")
    .selectAll()
    .where("code_hash", "=", sha256(code))
    .executeTakeFirst();
  if (row === undefined) return fail("code.unknown");
  if (row.expires_at <= now) return fail("code.expired");
  return ok({
    invitation: {
      team: row.team_id as ScopeId,
      role: row.role as Role,
      member: row.member_id as MemberId | null,
    },
    usedBy: row.used_by as DeviceId | null,
  });
};

/** Uses a code up for a device. True once, for whichever device is first. */
export const useCode = async (
  database: Kysely<Schema>,
  code: string,
  device: DeviceId,
  now: Instant,
): Promise<boolean> => {
  const updated = await database
    .updateTable("enrolment_code")
    .set({ used_at: now, used_by: device })
    .where("code_hash", "=", sha256(code))
    .where("used_at", "is", null)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
};
