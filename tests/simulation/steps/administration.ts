import { bytesToBase64Url } from "#domain/ids.ts";
import { addMs, dayMs } from "#domain/instant.ts";
import { beginEra } from "#endpoint/lifetime/begin-era.ts";
import { loadLineage } from "#endpoint/lifetime/lineage.ts";
import { purge } from "#endpoint/lifetime/purge.ts";
import { makeSeededChance } from "../../support/platform.ts";
import { bytesOf } from "../world/prepared.ts";
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

/** A backup of the endpoint's data is taken. */
export const backUp: Step = async (world) => {
  world.backups.push(await bytesOf(world.server.database));
  return `backup ${world.backups.length} is taken`;
};

/** The endpoint's data are lost, and an earlier backup takes their place. */
export const restoreBackup: Step = async (world, dice) => {
  const at = dice.below(Math.max(world.backups.length, 1));
  const image = world.backups[at];
  if (image === undefined) return "there is no backup";
  const { server } = world;
  await server.replace(image);
  const chance = makeSeededChance(dice.below(1_000_000));
  await beginEra(server.database, { chance, now: server.clock.now(), replaced: world.eras });
  world.eras.push(Math.max(0, ...(await loadLineage(server.database))));
  world.noteUnheard();
  await server.readMembers();
  await server.observe();
  return `backup ${at + 1} takes the place of the data`;
};

/** Longer than a deleted record is remembered. */
const goneForgottenMs = 100 * dayMs;

/** Whatever is deleted is forgotten, as it would be after a hundred days. */
export const purgeDeleted: Step = async (world) => {
  const { server } = world;
  const { gone } = await purge(server.database, addMs(server.clock.now(), goneForgottenMs));
  return `${gone} deleted records are forgotten`;
};
