import { type Kysely, sql } from "kysely";
import { makeScopeId, type ScopeId } from "#domain/ids.ts";
import { textOfField } from "#domain/merge/apply.ts";
import type { WireCursor } from "#protocol/sync-request.ts";
import { isPostgres } from "#endpoint/database/postgres.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { loadEntities } from "#endpoint/records/entities.ts";
import { makeNetwork } from "#endpoint/starter/make-network.ts";
import { kainuuNetwork } from "#endpoint/starter/network.ts";
import { makeSystemChance } from "#endpoint/system-chance.ts";
import { makeSystemClock } from "#endpoint/system-clock.ts";
import type { LoadDevice, Sending } from "./device.ts";
import { addPeople, addTeams, peopleOf } from "./people.ts";
import { copyTeamRecords, makeTeamRecords, membersPerTeam, timeIn } from "./team-records.ts";

const chance = makeSystemChance();
const clock = makeSystemClock();

/** The people of an area: teams of ten, each member with one device, put into the database by hand. */
export type Population = {
  readonly devices: readonly LoadDevice[];
  readonly teams: number;
  /** Adds teams until there are so many devices. Those that were there have already heard of the new colleagues. */
  grow(devices: number): Promise<void>;
};

/** Makes an area without anybody in a fresh database. Every team that is added has `recordsPerTeam` records. */
export const makePopulation = async (
  database: Kysely<Schema>,
  recordsPerTeam: number,
  sending: Sending,
): Promise<Population> => {
  const made = await makeNetwork(database, kainuuNetwork, ["Malli"], chance, clock.now());
  const [model] = made.teams;
  if (model === undefined) throw new Error("the network has no team");
  await makeTeamRecords(database, model, recordsPerTeam, clock.now());
  const devices: LoadDevice[] = [];
  let teams = 0;
  return {
    devices,
    get teams() {
      return teams;
    },
    grow: async (count) => {
      const fresh = Array.from({ length: Math.ceil(count / membersPerTeam) - teams }, (_, nth) => ({
        id: makeScopeId(chance),
        name: `Tiimi ${teams + nth}`,
      }));
      if (fresh.length === 0) return;
      teams += fresh.length;
      const people = await peopleOf(fresh, sending);
      const now = clock.now();
      await database.transaction().execute(async (transaction) => {
        await addTeams(transaction, made.area, fresh, now);
        await addPeople(transaction, made.area, people, now);
        await copyTeamRecords(
          transaction,
          model,
          fresh.map(({ id }) => id),
        );
      });
      if (isPostgres(database)) await sql`vacuum analyze`.execute(database);
      const noteOfTime = await notesOf(database, model);
      for (const [nth, person] of people.entries()) {
        const { ver, note } = noteOfTime(nth % membersPerTeam);
        const record = timeIn(person.team, nth % membersPerTeam);
        Object.assign(person.device.own, { record, ver, note });
        devices.push(person.device);
      }
      await giveCursors(database, made.area, devices);
    },
  };
};

/** What the members' own guidance times say at first: the same in every team. */
const notesOf = async (database: Kysely<Schema>, model: ScopeId) => {
  const ids = Array.from({ length: membersPerTeam }, (_, nth) => timeIn(model, nth));
  const times = await loadEntities(database, ids);
  return (nth: number): { readonly ver: number; readonly note: string } => {
    const time = times.get(timeIn(model, nth));
    if (time === undefined) throw new Error("the model has too few guidance times");
    return { ver: time.ver, note: textOfField(time.fields["note"]) };
  };
};

/** Lets every device have all there is, as after a first exchange; one that has been at work keeps its own teams' cursors. */
const giveCursors = async (
  database: Kysely<Schema>,
  area: ScopeId,
  devices: readonly LoadDevice[],
): Promise<void> => {
  const rows = await database.selectFrom("scope").select(["id", "epoch", "seq"]).execute();
  const cursors = new Map(
    rows.map(({ id, epoch, seq }): [string, WireCursor] => [id, [epoch, seq]]),
  );
  const give = (device: LoadDevice, scope: ScopeId) => {
    const cursor = cursors.get(scope);
    if (cursor !== undefined) device.cursors[scope] = cursor;
  };
  for (const device of devices) {
    give(device, area);
    for (const scope of [device.team, device.phone.member as string as ScopeId]) {
      if (device.cursors[scope] === undefined) give(device, scope);
    }
  }
};
