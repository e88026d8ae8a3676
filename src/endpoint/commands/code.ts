import type { MemberId } from "#domain/ids.ts";
import type { Role } from "#domain/kind.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { type BringBackFailure, bringBackMember } from "../access/bring-back.ts";
import { type Invitation, issueCode } from "../access/enrolment-code.ts";
import { listMembers } from "../access/people.ts";
import { enrolmentLink, linkAsQrCode } from "../enrolment-link.ts";
import { erasedAt } from "../lifetime/erase.ts";
import { loadErasureKey } from "../lifetime/erasure-key.ts";
import { chooseScope, scopeOptions } from "./choose-scope.ts";
import type { Command, CommandContext, CommandOptions } from "./command.ts";

/** Makes a link that lets one device in. */
export const codeCommand: Command = {
  usage: "code [--team NAME|ID | --partner NAME|ID] [--member ID [--bring-back]] [--coordinator]",
  summary: "a link that lets one device in: somebody new, or a device of a member",
  details:
    "A device that is not known since an older backup was restored is registered again with it, as it is, when\n" +
    "its owner opens the link there: --member is the owner's id. A member who joined after the backup is not known\n" +
    "either: the device shows the member's id, and --bring-back makes the member again under it. Give no such code\n" +
    "to a device that was revoked.\n",
  options: {
    ...scopeOptions,
    member: { type: "string" },
    "bring-back": { type: "boolean" },
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
  context: CommandContext,
  options: CommandOptions,
): Promise<Result<Invitation, string>> => {
  const { database, chance, config } = context;
  const asked: Role = options["coordinator"] === true ? "coordinator" : "adviser";
  const { member: id, "bring-back": isBringingBack } = options;
  if (typeof id !== "string") {
    if (isBringingBack === true) return fail("Whom to bring back? --member ID tells it.");
    const scope = await chooseScope(database, options, chance);
    return scope.ok ? ok({ team: scope.value, role: asked, member: null }) : scope;
  }
  const member = (await listMembers(database)).find((one) => one.id === id);
  if (member === undefined && isBringingBack !== true) return fail(noMember);
  // The enrolment would make the record anew, for it is not there.
  const key = loadErasureKey(config, chance);
  if (member !== undefined && (await erasedAt(database, member.id, key)) !== null)
    return fail(tell["member.erased"]);
  const teams = member?.teams ?? [];
  const [own] = teams;
  const isNamed = options["team"] !== undefined || options["partner"] !== undefined;
  const team =
    isNamed || own === undefined ? await chooseScope(database, options, chance) : ok(own.id);
  if (!team.ok) return team;
  const present = teams.find((one) => one.id === team.value)?.role;
  const role = asked === "coordinator" ? asked : (present ?? asked);
  const invited = member === undefined ? await bringBack(context, id) : ok(member.id);
  return invited.ok ? ok({ team: team.value, role, member: invited.value }) : invited;
};

const bringBack = async (
  { database, clock, chance, config }: CommandContext,
  id: string,
): Promise<Result<MemberId, string>> => {
  const key = loadErasureKey(config, chance);
  const back = await bringBackMember(database, id, { key, now: clock.now() });
  return back.ok ? back : fail(tell[back.failure]);
};

const noMember =
  "No member has this id. See: npm run katve -- members. One whom a restoration lost comes back with --bring-back.";

const tell: Readonly<Record<BringBackFailure, string>> = {
  "member.malformed": "An id has 22 characters: letters, digits, - and _.",
  "member.taken": "This id is not a member's, but a record's or a team's.",
  "member.erased": "The record of this member was erased. Let the person in as somebody new.",
};
