import { fail, ok } from "#domain/result.ts";
import { chooseScope, scopeOptions } from "./choose-scope.ts";
import type { Command } from "./command.ts";

/** Takes a member out of a team or a partner organisation. Unsent edits stay on the member's devices. */
export const leaveCommand: Command = {
  usage: "leave --member ID [--team NAME|ID | --partner NAME|ID]",
  summary: "takes a member out of a team or organisation: its records leave the devices",
  options: { ...scopeOptions, member: { type: "string" } },
  run: async ({ database, chance }, options) => {
    const { member } = options;
    if (typeof member !== "string") return fail("Which member? See: npm run katve -- members");
    const scope = await chooseScope(database, options, chance);
    if (!scope.ok) return scope;
    const left = await database
      .deleteFrom("membership")
      .where("member_id", "=", member)
      .where("scope_id", "=", scope.value)
      .executeTakeFirst();
    return left.numDeletedRows === 1n
      ? ok("Left. The records leave the devices at their next contact.\n")
      : fail("No such member is in there. See: npm run katve -- members");
  },
};
