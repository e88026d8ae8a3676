import type { Kysely } from "kysely";
import type { MemberId, ScopeId } from "#domain/ids.ts";
import type { Role, ScopeKind } from "#domain/kind.ts";
import type { Membership } from "#domain/rights.ts";
import { inLists } from "../database/in-pieces.ts";
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

/** Those among some members who belong to any of the scopes. */
export const membersAmong = async (
  database: Kysely<Schema>,
  members: Iterable<MemberId>,
  scopes: Iterable<ScopeId>,
): Promise<ReadonlySet<MemberId>> => {
  const found = new Set<MemberId>();
  for (const piece of inLists([...members])) {
    const rows = await database
      .selectFrom("membership")
      .select("member_id")
      .where("member_id", "in", piece)
      .where("scope_id", "in", [...scopes])
      .execute();
    for (const row of rows) found.add(row.member_id as MemberId);
  }
  return found;
};

/** A member as the rules of the domain see one. */
export const membershipOf = (member: MemberId, scopes: readonly MemberScope[]): Membership => ({
  member,
  scopes: new Map(scopes.map(({ id, kind, role }) => [id, { kind, role }])),
});
