import type { Role } from "#domain/kind.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { type Invitation, issueCode } from "../access/enrolment-code.ts";
import { listMembers } from "../access/people.ts";
import { enrolmentLink, linkAsQrCode } from "../enrolment-link.ts";
import { chooseScope, scopeOptions } from "./choose-scope.ts";
import type { Command, CommandContext, CommandOptions } from "./command.ts";

/** Makes a link that lets one device in. */
export const codeCommand: Command = {
  usage: "code [--team NAME|ID | --partner NAME|ID] [--member ID] [--coordinator]",
  summary: "a link that lets one device in: somebody new, or a further device of a member",
  options: {
    ...scopeOptions,
    member: { type: "string" },
    coordinator: { type: "boolean" },
  },
  run: async (context, options) => {
    const invitation = await readInvitation(context, options);
    if (!invitation.ok) return invitation;
    const { database, chance, clock, origin } = context;
    const link = enrolmentLink(
      origin,
      await issueCode(database, invitation.value, chance, clock.now()),
    );
    return ok(`\n  ${link}\n\n  Good once, for 15 minutes.\n\n${linkAsQrCode(link)}\n`);
  },
};

const readInvitation = async (
  { database, chance }: CommandContext,
  options: CommandOptions,
): Promise<Result<Invitation, string>> => {
  const asked: Role = options["coordinator"] === true ? "coordinator" : "adviser";
  if (options["member"] === undefined) {
    const scope = await chooseScope(database, options, chance);
    return scope.ok ? ok({ team: scope.value, role: asked, member: null }) : scope;
  }
  const member = (await listMembers(database)).find(({ id }) => id === options["member"]);
  if (member === undefined) return fail("No member has this id. See: npm run katve -- members");
  const [own] = member.teams;
  const isNamed = options["team"] !== undefined || options["partner"] !== undefined;
  const team =
    isNamed || own === undefined ? await chooseScope(database, options, chance) : ok(own.id);
  if (!team.ok) return team;
  const present = member.teams.find(({ id }) => id === team.value)?.role;
  const role = asked === "coordinator" ? asked : (present ?? asked);
  return ok({ team: team.value, role, member: member.id });
};
