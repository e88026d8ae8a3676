import { ok } from "#domain/result.ts";
import { purge, purgedThings } from "../lifetime/purge.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Takes out what has had its time, as a running endpoint does every hour. */
export const purgeCommand: Command = {
  usage: "purge",
  summary: "takes out now what has had its time; a running endpoint does so by itself every hour",
  details:
    "No record that lives is ever purged. What goes, and when:\n" +
    "  gone      what is left of deleted records, after 90 days\n" +
    "  answers   what became of each edit, after 180 days\n" +
    "  texts     versions that edits may still build on, 180 days after their last use\n" +
    "  earlier   values that no longer stand, after two years\n" +
    "  sessions  those that ended\n" +
    "  codes     enrolment codes, 30 days after they expired\n",
  options: {},
  run: async ({ database, clock }) => {
    const purged = await purge(database, clock.now());
    return ok(table(purgedThings.map((what) => [what, String(purged[what])])));
  },
};
