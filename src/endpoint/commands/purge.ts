import { ok } from "#domain/result.ts";
import { purge, purgedThings } from "../lifetime/purge.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Takes out what has had its time, as a running endpoint does every hour. */
export const purgeCommand: Command = {
  usage: "purge",
  summary: "takes out what has had its time; a running endpoint does so every hour",
  options: {},
  run: async ({ database, clock }) => {
    const purged = await purge(database, clock.now());
    return ok(table(purgedThings.map((what) => [what, String(purged[what])])));
  },
};
