import { bytesToBase64Url } from "#domain/ids.ts";
import { addMs, dayMs } from "#domain/instant.ts";
import { purge } from "#endpoint/lifetime/purge.ts";
import { anyOf, type Step } from "./step.ts";

/** Somebody joins a scope or leaves it. */
export const changeMember: Step = async (world, dice) => {
  const { server, prepared } = world;
  const member = anyOf(dice, [...server.members.keys()]);
  const kind = dice.pick<"team" | "area" | "partner">([
    "team",
    "team",
    "team",
    "team",
    "partner",
    "area",
  ]);
  const { area, teams, partners } = prepared;
  const scope = anyOf(dice, { area: [area], team: teams, partner: partners }[kind]);
  const isIn = server.scopesOf(member).has(scope);
  const place = { kind, role: "adviser" } as const;
  await server.setMember(member, scope, isIn ? null : place);
  return `member ${member.slice(0, 4)} ${isIn ? "leaves" : "joins"} scope ${scope.slice(0, 4)}`;
};

/** A scope begins to count anew: every device has to receive it again. */
export const changeEpoch: Step = async (world, dice) => {
  const { area, teams, partners } = world.prepared;
  const scope = anyOf(dice, [area, ...teams, ...partners]);
  const epoch = bytesToBase64Url(Uint8Array.from({ length: 6 }, () => dice.below(256)));
  await world.server.database.updateTable("scope").set({ epoch }).where("id", "=", scope).execute();
  return `scope ${scope.slice(0, 4)} counts anew`;
};

/** Longer than a deleted record is remembered. */
const goneForgottenMs = 100 * dayMs;

/** Whatever is deleted is forgotten, as it would be after a hundred days. */
export const purgeDeleted: Step = async (world) => {
  const { server } = world;
  const { gone } = await purge(server.database, addMs(server.clock.now(), goneForgottenMs));
  return `${gone} deleted records are forgotten`;
};
