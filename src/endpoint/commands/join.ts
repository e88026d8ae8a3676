import { fail, ok } from "#domain/result.ts";
import { join } from "../access/enrol.ts";
import { listMembers } from "../access/people.ts";
import { chooseScope, scopeOptions } from "./choose-scope.ts";
import type { Command } from "./command.ts";

/** Lets a member into a further team or partner organisation. */
export const joinCommand: Command = {
  usage: "join --member ID [--team NAME|ID | --partner NAME|ID] [--coordinator]",
  summary:
    "lets a member into a further team or organisation; the devices hear of it by themselves",
  options: { ...scopeOptions, member: { type: "string" }, coordinator: { type: "boolean" } },
  run: async ({ database, chance, clock }, options) => {
    const member = (await listMembers(database)).find(({ id }) => id === options["member"]);
    if (member === undefined) return fail("Which member? See: npm run katve -- members");
    const scope = await chooseScope(database, options, chance);
    if (!scope.ok) return scope;
    const role = options["coordinator"] === true ? "coordinator" : "adviser";
    await database
      .transaction()
      .execute((transaction) =>
        join(transaction, member.id, [scope.value], { role }, chance, clock.now()),
      );
    return ok(`${member.name} is in.\n`);
  },
};
