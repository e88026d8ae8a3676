import type { Role } from "#domain/kind.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { type Invitation, issueCode } from "../access/enrolment-code.ts";
import { type ListedTeam, listMembers, listTeams } from "../access/people.ts";
import { enrolmentLink, linkAsQrCode } from "../enrolment-link.ts";
import type { Command, CommandContext, CommandOptions } from "./command.ts";

/** Makes a link that lets one device in. */
export const codeCommand: Command = {
  usage: "code [--team NAME|ID] [--member ID] [--coordinator]",
  summary: "a link that lets one device in: somebody new, or a further device of a member",
  options: {
    team: { type: "string" },
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
  { database }: CommandContext,
  options: CommandOptions,
): Promise<Result<Invitation, string>> => {
  const asked: Role = options["coordinator"] === true ? "coordinator" : "adviser";
  const teams = await listTeams(database);
  if (options["member"] === undefined) {
    const team = chooseTeam(teams, options["team"]);
    return team.ok ? ok({ team: team.value.id, role: asked, member: null }) : team;
  }
  const member = (await listMembers(database)).find(({ id }) => id === options["member"]);
  if (member === undefined) return fail("No member has this id. See: npm run katve -- members");
  const own = teams.filter(({ id }) => member.teams.some((team) => team.id === id));
  const team =
    options["team"] === undefined && own[0] !== undefined
      ? ok(own[0])
      : chooseTeam(teams, options["team"]);
  if (!team.ok) return team;
  const present = member.teams.find(({ id }) => id === team.value.id)?.role;
  const role = asked === "coordinator" ? asked : (present ?? asked);
  return ok({ team: team.value.id, role, member: member.id });
};

const chooseTeam = (
  teams: readonly ListedTeam[],
  written: string | boolean | undefined,
): Result<ListedTeam, string> => {
  const names = teams.map(({ name }) => `  --team "${name}"`).join("\n");
  const fitting =
    written === undefined
      ? teams
      : teams.filter(({ id, name }) => id === written || name === written);
  const [team] = fitting;
  if (team !== undefined && fitting.length === 1) return ok(team);
  return fail(
    teams.length === 0
      ? "There is no team yet: start the endpoint first."
      : `Which team?\n${names}`,
  );
};
