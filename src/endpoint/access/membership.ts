import type { Kysely } from "kysely";
import type { DeviceId, MemberId, ScopeId } from "#domain/ids.ts";
import type { Role, ScopeKind } from "#domain/kind.ts";
import type { Membership } from "#domain/rights.ts";
import { among } from "../database/among.ts";
import type { Schema } from "../database/schema.ts";

/** A scope of a member, with the counting that cursors are held against. */
export type MemberScope = {
  readonly id: ScopeId;
  readonly kind: ScopeKind;
  readonly role: Role;
  readonly seq: number;
  readonly floor: number;
  readonly epoch: string;
};

/** The scopes a member belongs to: areas first, then partners, the member's own and teams, each sorted by id. */
export const scopesOfMember = async (
  database: Kysely<Schema>,
  member: MemberId,
): Promise<MemberScope[]> => {
  const rows = await database
    .selectFrom("membership")
    .innerJoin("scope", "scope.id", "membership.scope_id")
    .select([
      "scope.id",
      "scope.kind",
      "membership.role",
      "scope.seq",
      "scope.floor",
      "scope.epoch",
    ])
    .where("membership.member_id", "=", member)
    .orderBy("scope.kind")
    .orderBy("scope.id")
    .execute();
  return rows as MemberScope[];
};

/** Which of some scopes each of some devices hears of, by device: its member belongs to them, and it is not revoked. */
export const scopesHeard = async (
  database: Kysely<Schema>,
  devices: Iterable<DeviceId>,
  scopes: Iterable<ScopeId>,
): Promise<ReadonlyMap<DeviceId, ReadonlySet<ScopeId>>> => {
  const heard = new Map<DeviceId, Set<ScopeId>>();
  const rows = await database
    .selectFrom("device")
    .innerJoin("membership", "membership.member_id", "device.member_id")
    .select(["device.id", "membership.scope_id"])
    .where(among(database, "device.id", devices))
    .where("device.revoked_at", "is", null)
    .where(among(database, "membership.scope_id", scopes))
    .execute();
  for (const row of rows) {
    const device = row.id as DeviceId;
    heard.set(device, (heard.get(device) ?? new Set()).add(row.scope_id as ScopeId));
  }
  return heard;
};

/** A member as the rules of the domain see one. */
export const membershipOf = (member: MemberId, scopes: readonly MemberScope[]): Membership => ({
  member,
  scopes: new Map(scopes.map(({ id, kind, role }) => [id, { kind, role }])),
});
