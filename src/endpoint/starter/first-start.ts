import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { Instant } from "#domain/instant.ts";
import { issueCode } from "../access/enrolment-code.ts";
import { findArea, listTeams } from "../access/people.ts";
import type { Schema } from "../database/schema.ts";
import { makeNetwork, makeTeam } from "./make-network.ts";
import { kainuuNetwork } from "./network.ts";

/** What the first team is called until its coordinator changes it. */
const firstTeamName = "Kainuun ohjaustiimi";

/**
 * Gets an endpoint that nobody has joined going: makes the area and a first team if they are not there, and a code for
 * the first coordinator. `null` when somebody has joined already.
 */
export const firstStart = async (
  database: Kysely<Schema>,
  chance: Chance,
  now: Instant,
): Promise<string | null> => {
  const member = await database.selectFrom("member").select("id").executeTakeFirst();
  if (member !== undefined) return null;
  const area =
    (await findArea(database)) ??
    (await makeNetwork(database, kainuuNetwork, [], chance, now)).area;
  const [known] = await listTeams(database);
  const team =
    known?.id ??
    (await database
      .transaction()
      .execute((transaction) => makeTeam(transaction, area, firstTeamName, chance, now)));
  return issueCode(database, { team, role: "coordinator", member: null }, chance, now);
};
