import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { issueCode } from "../access/enrolment-code.ts";
import { findArea, listMembers, listTeams } from "../access/people.ts";
import type { Schema } from "../database/schema.ts";
import { makeNetwork, makeTeam } from "../starter/make-network.ts";
import { kainuuNetwork } from "../starter/network.ts";
import { fillDemo } from "./fill.ts";
import { demoAdvisers, demoTeams } from "./people.ts";

/** An adviser of the demonstration, and a code that enrols a device for her or him. */
export type DemoCode = { readonly name: string; readonly code: string };

/**
 * Gets the demonstration going: fills a database that nobody has joined, and makes a fresh code for each of its advisers.
 * Fails with `demo.in_use` when there are members and none of them is of the demonstration: real work stays as it is.
 */
export const startDemo = async (
  database: Kysely<Schema>,
  chance: Chance,
  now: Instant,
): Promise<Result<readonly DemoCode[], { readonly code: "demo.in_use" }>> => {
  const known = await listMembers(database);
  if (known.length === 0) {
    const { area, teams } = await demoNetwork(database, chance, now);
    await database
      .transaction()
      .execute((transaction) => fillDemo(transaction, area, teams, chance, now));
  }
  const codes: DemoCode[] = [];
  const names = new Set<string>(demoAdvisers.map(({ name }) => name));
  for (const { id, name, teams } of await listMembers(database)) {
    const [team] = teams;
    if (team === undefined || !names.has(name)) continue;
    const invitation = { team: team.id, role: team.role, member: id };
    codes.push({ name, code: await issueCode(database, invitation, chance, now) });
  }
  return codes.length > 0 ? ok(codes) : fail({ code: "demo.in_use" });
};

const demoNetwork = async (database: Kysely<Schema>, chance: Chance, now: Instant) => {
  const area = await findArea(database);
  if (area === null) return makeNetwork(database, kainuuNetwork, demoTeams, chance, now);
  const known = await listTeams(database);
  return database.transaction().execute(async (transaction) => {
    const teams = [];
    for (const name of demoTeams) {
      const team = known.find((one) => one.name === name)?.id;
      teams.push(team ?? (await makeTeam(transaction, area, name, chance, now)));
    }
    return { area, teams };
  });
};
