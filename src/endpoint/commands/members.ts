import { organisationKind } from "#domain/kinds/organisation.ts";
import { readRecord } from "#domain/record.ts";
import { ok } from "#domain/result.ts";
import { listMembers, listTeams } from "../access/people.ts";
import { loadKind } from "../records/entities.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Lists the members. */
export const membersCommand: Command = {
  usage: "members",
  summary: "the members, their teams and how many devices each has",
  options: {},
  run: async ({ database }) => {
    const organisations = (await loadKind(database, organisationKind.name)).map((record) => ({
      id: record.id as string,
      name: readRecord(organisationKind, record).values.name,
    }));
    const teams = await listTeams(database);
    const names = new Map(
      [...teams, ...organisations].map(({ id, name }): [string, string] => [id, name]),
    );
    const rows = (await listMembers(database)).map((member) => [
      member.id,
      member.name === "" ? "(no name)" : member.name,
      member.teams.map(({ id, role }) => `${names.get(id) ?? id} (${role})`).join(", "),
      String(member.devices),
    ]);
    return ok(table([["id", "name", "team", "devices"], ...rows]));
  },
};
