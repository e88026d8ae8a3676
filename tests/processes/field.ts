import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import { join } from "#endpoint/access/enrol.ts";
import { issueCode } from "#endpoint/access/enrolment-code.ts";
import { findArea, listTeams } from "#endpoint/access/people.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { makeTeam } from "#endpoint/starter/make-network.ts";
import { type Given, makeDevice, makeEdits, type TestDevice } from "../support/endpoint/device.ts";
import type { Fleet } from "./fleet.ts";

type AtLeastOne<T> = readonly [T, ...T[]];

/** What writers write to: teams, each with clients of its own, and events of the area whose visitors all of them count. */
export type Field = {
  readonly teams: AtLeastOne<ScopeId>;
  readonly events: AtLeastOne<RecordId>;
};

/** Adds teams to the area that the processes made, enrols devices of members of all of them, and makes events. */
export const makeField = async (
  database: Kysely<Schema>,
  fleet: Fleet,
  given: Given,
  deviceCount: number,
): Promise<{ readonly field: Field; readonly devices: readonly TestDevice[] }> => {
  const { chance, clock } = given;
  const area = await findArea(database);
  const [first] = await listTeams(database);
  if (area === null || first === undefined) throw new Error("the processes have made no area");
  const further = (name: string) => makeTeam(database, area, name, chance, clock.now());
  const teams = [first.id, await further("Toinen tiimi"), await further("Kolmas tiimi")] as const;
  const invitation = { team: first.id, role: "adviser", member: null } as const;
  const devices: TestDevice[] = [];
  for (let turn = 0; turn < deviceCount; turn += 1) {
    const device = await makeDevice({ ...given, fetch: fleet.fetch });
    const code = await issueCode(database, invitation, chance, clock.now());
    const response = await device.enrol(code, `Kirjoittaja ${turn}`);
    if (!response.ok) throw new Error(`the enrolment was refused: ${await response.text()}`);
    await join(database, device.member, teams, invitation, chance, clock.now());
    devices.push(device);
  }
  const edits = makeEdits({ ...given, team: first.id });
  const event = (title: string) => edits.create("event", { title }, area);
  const made = [event("Messut"), event("Asema"), event("Tori")] as const;
  await devices[0]?.push(...made);
  const [fair, station, market] = made;
  return { field: { teams, events: [fair.record, station.record, market.record] }, devices };
};
