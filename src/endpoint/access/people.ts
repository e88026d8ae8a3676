import type { Kysely } from "kysely";
import type { MemberId, ScopeId } from "#domain/ids.ts";
import type { Role } from "#domain/kind.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { teamKind } from "#domain/kinds/team.ts";
import { readRecord } from "#domain/record.ts";
import { loadKind } from "../records/entities.ts";
import type { Schema } from "../database/schema.ts";

/** A team as a list shows it. */
export type ListedTeam = { readonly id: ScopeId; readonly name: string; readonly members: number };

/** A member as a list shows one, with the teams and partner organisations the member is in. */
export type ListedMember = {
  readonly id: MemberId;
  readonly name: string;
  readonly devices: number;
  readonly teams: readonly { readonly id: ScopeId; readonly role: Role }[];
};

/** The area, if one was made. One installation serves one area. */
export const findArea = async (database: Kysely<Schema>): Promise<ScopeId | null> => {
  const row = await database
    .selectFrom("scope")
    .select("id")
    .where("kind", "=", "area")
    .orderBy("id")
    .executeTakeFirst();
  return (row?.id as ScopeId | undefined) ?? null;
};

/** All teams by name. */
export const listTeams = async (database: Kysely<Schema>): Promise<ListedTeam[]> => {
  const memberships = await database.selectFrom("membership").select("scope_id").execute();
  const teams = await loadKind(database, teamKind.name);
  return teams
    .map((team) => ({
      id: team.id as string as ScopeId,
      name: readRecord(teamKind, team).values.name,
      members: memberships.filter((row) => row.scope_id === (team.id as string)).length,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, "fi"));
};

/** All members by name. Devices that were revoked do not count. */
export const listMembers = async (database: Kysely<Schema>): Promise<ListedMember[]> => {
  const members = await database.selectFrom("member").select("id").execute();
  const advisers = await loadKind(database, adviserKind.name);
  const devices = await database
    .selectFrom("device")
    .select("member_id")
    .where("revoked_at", "is", null)
    .execute();
  const teams = await database
    .selectFrom("membership")
    .innerJoin("scope", "scope.id", "membership.scope_id")
    .select(["membership.member_id", "scope.id", "membership.role"])
    .where("scope.kind", "in", ["team", "partner"])
    .orderBy("scope.kind", "desc")
    .orderBy("scope.id")
    .execute();
  return members
    .map(({ id }) => {
      const record = advisers.find((adviser) => (adviser.id as string) === id);
      return {
        id: id as MemberId,
        name: record === undefined ? "" : readRecord(adviserKind, record).values.name,
        devices: devices.filter((device) => device.member_id === id).length,
        teams: teams
          .filter((team) => team.member_id === id)
          .map((team) => ({ id: team.id as ScopeId, role: team.role as Role })),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, "fi"));
};
