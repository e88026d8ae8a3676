import { ok } from "#domain/result.ts";
import { listTeams } from "../access/people.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Lists the teams. */
export const teamsCommand: Command = {
  usage: "teams",
  summary: "the teams",
  options: {},
  run: async ({ database }) => {
    const teams = await listTeams(database);
    const rows = teams.map(({ id, name, members }) => [id, name, String(members)]);
    return ok(table([["id", "name", "members"], ...rows]));
  },
};
