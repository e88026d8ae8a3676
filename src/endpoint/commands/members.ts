import { ok } from "#domain/result.ts";
import { listMembers, listTeams } from "../access/people.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Lists the members. */
export const membersCommand: Command = {
  usage: "members",
  summary: "the members, their teams and how many devices each has",
  options: {},
  run: async ({ database }) => {
    const teams = new Map((await listTeams(database)).map(({ id, name }) => [id, name]));
    const rows = (await listMembers(database)).map((member) => [
      member.id,
      member.name,
      member.teams.map(({ id, role }) => `${teams.get(id) ?? id} (${role})`).join(", "),
      String(member.devices),
    ]);
    return ok(table([["id", "name", "team", "devices"], ...rows]));
  },
};
