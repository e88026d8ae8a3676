import type { Kysely, Transaction } from "kysely";
import type { Chance } from "#domain/chance.ts";
import {
  bytesToBase64Url,
  type DeviceId,
  makeMemberId,
  type MemberId,
  type RecordId,
  type ScopeId,
} from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { readRecord } from "#domain/record.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { DevicePublicKey, EnrolAnswer } from "#protocol/enrolment.ts";
import type { Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";
import { loadEntities } from "../records/entities.ts";
import { makeRecords, newEntity } from "../records/make.ts";
import { useAssertion, type VerifiedAssertion } from "./assertion.ts";
import { findCode, type Invitation, lockCode, useCode } from "./enrolment-code.ts";
import { startSession } from "./session.ts";

/** A device that asks to be enrolled, with the proof, already verified, that it holds the key. */
export type Enrolment = {
  readonly code: string;
  readonly name: string;
  /** Whose vault the device has already; missing for a new device. */
  readonly member?: MemberId | undefined;
  readonly device: { readonly id: DeviceId; readonly label: string; readonly key: DevicePublicKey };
  readonly proof: VerifiedAssertion;
};

/** What an enrolment came to. `area` is the scope that advanced, if the member is new. */
export type Enrolled = EnrolAnswer & { readonly token: string; readonly area: ScopeId | null };

type EnrolFailure =
  | "code.unknown"
  | "code.used"
  | "code.expired"
  | "code.other_member"
  | "assertion.invalid"
  | "device.revoked";

/**
 * Uses a code up: makes its member if it has none yet, with a record for colleagues to see, registers the device, and
 * starts a session. All of it or nothing.
 * The same device may come again with the same key and a code it used itself, as long as the code lives: an answer that
 * was lost on the way does not lock anybody out. A device that has a member's vault (`member`) is registered as it is, for that
 * member; if it is registered still, it gets a session and the code stays unused.
 * Fails with the code's failures, with `code.other_member` (the code stays unused), with `device.revoked`, and with
 * `assertion.invalid` for a proof that was used before or a device id that is taken.
 */
export const enrol = async (
  database: Kysely<Schema>,
  enrolment: Enrolment,
  chance: Chance,
  now: Instant,
): Promise<Result<Enrolled, EnrolFailure>> => {
  const { code, device, proof, member: owner } = enrolment;
  return transact(database, async (transaction) => {
    await lockCode(transaction, code);
    const found = await findCode(transaction, code, now);
    if (!found.ok) return found;
    const { invitation, usedBy } = found.value;
    if (usedBy !== null && usedBy !== device.id) return fail("code.used");
    if (!(await useAssertion(transaction, device.id, proof, now))) return fail("assertion.invalid");
    if (usedBy === device.id) return comeAgain(transaction, enrolment, chance, now);
    if (owner !== undefined && owner !== invitation.member) return fail("code.other_member");
    if ((await keyOfDevice(transaction, device.id)) !== null) {
      if (owner === undefined) return fail("assertion.invalid");
      return comeAgain(transaction, enrolment, chance, now);
    }
    if (!(await useCode(transaction, code, device.id, now))) return fail("code.used");
    const member = invitation.member ?? makeMemberId(chance);
    const area = await areaOfTeam(transaction, invitation.team);
    await join(transaction, member, [area, invitation.team], invitation, chance, now);
    const known = await nameOf(transaction, member);
    const isNew = !(await hasRecord(transaction, member));
    if (isNew) await makeAdviser(transaction, member, area, enrolment.name, invitation, now);
    await registerDevice(transaction, member, device, now);
    const token = await startSession(transaction, device.id, chance, now);
    return ok({ member, name: known ?? enrolment.name, token, area: isNew ? area : null });
  });
};

/** Whether there is a record under a member's id, of whatever kind: ids of members who are away are no secret. */
const hasRecord = async (database: Kysely<Schema>, member: MemberId): Promise<boolean> =>
  (await loadEntities(database, [member as string as RecordId])).size > 0;

/** The name in a member's `adviser` record; `null` without one, and where a record of another kind has the member's id. */
export const nameOf = async (
  database: Kysely<Schema>,
  member: MemberId,
): Promise<string | null> => {
  const id = member as string as RecordId;
  const record = (await loadEntities(database, [id])).get(id);
  return record === undefined || record.deleted || record.kind !== adviserKind.name
    ? null
    : readRecord(adviserKind, record).values.name;
};

/** The area that a team or a partner belongs to. */
export const areaOfTeam = async (database: Kysely<Schema>, team: ScopeId): Promise<ScopeId> => {
  const { area_id: area } = await database
    .selectFrom("scope")
    .select("area_id")
    .where("id", "=", team)
    .executeTakeFirstOrThrow();
  if (area === null) throw new Error("an invitation is for a scope that belongs to no area");
  return area as ScopeId;
};

const comeAgain = async (
  transaction: Transaction<Schema>,
  { device, member: owner }: Enrolment,
  chance: Chance,
  now: Instant,
): Promise<Result<Enrolled, EnrolFailure>> => {
  const registered = await keyOfDevice(transaction, device.id);
  if (registered === null) return fail("code.used");
  const member = registered.member_id as MemberId;
  if (registered.key !== JSON.stringify(device.key) || (owner ?? member) !== member) {
    return fail("assertion.invalid");
  }
  // Told to the holder of the key alone.
  if (registered.revoked_at !== null) return fail("device.revoked");
  const name = (await nameOf(transaction, member)) ?? "";
  const token = await startSession(transaction, device.id, chance, now);
  return ok({ member, name, token, area: null });
};

const keyOfDevice = async (transaction: Transaction<Schema>, device: DeviceId) =>
  (await transaction
    .selectFrom("device")
    .select(["key", "member_id", "revoked_at"])
    .where("id", "=", device)
    .executeTakeFirst()) ?? null;

const registerDevice = async (
  transaction: Transaction<Schema>,
  member: MemberId,
  { id, label, key }: Enrolment["device"],
  now: Instant,
): Promise<void> => {
  await transaction
    .insertInto("device")
    .values({
      id,
      member_id: member,
      label,
      key: JSON.stringify(key),
      created_at: now,
      revoked_at: null,
    })
    .execute();
};

/** Makes somebody a member of scopes, and of one that is the member's own. A role there is only ever raised by it, never lowered. */
export const join = async (
  database: Kysely<Schema>,
  member: MemberId,
  scopes: readonly ScopeId[],
  { role }: Pick<Invitation, "role">,
  chance: Chance,
  now: Instant,
): Promise<void> => {
  const own = member as string as ScopeId;
  await database
    .insertInto("member")
    .values({ id: member, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await database
    .insertInto("scope")
    .values({ id: own, kind: "person", area_id: null, epoch: bytesToBase64Url(chance.bytes(6)) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (const scope of [...scopes, own]) {
    await database
      .insertInto("membership")
      .values({ member_id: member, scope_id: scope, role })
      .onConflict((conflict) =>
        role === "coordinator"
          ? conflict.columns(["member_id", "scope_id"]).doUpdateSet({ role })
          : conflict.doNothing(),
      )
      .execute();
  }
};

/** Makes the record by which colleagues see a member; its id is the member's. */
export const makeAdviser = async (
  database: Kysely<Schema>,
  member: MemberId,
  area: ScopeId,
  name: string,
  { team }: Pick<Invitation, "team">,
  now: Instant,
): Promise<void> => {
  const ids = { record: member as string as RecordId, team: team as string as RecordId };
  const adviser = newEntity(adviserKind, ids.record, area, { name, team: ids.team });
  await makeRecords(database, [adviser], now);
};
