import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { ScopeId } from "#domain/ids.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import { readRecord } from "#domain/record.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { listTeams } from "../access/people.ts";
import type { Schema } from "../database/schema.ts";
import { loadKind } from "../records/entities.ts";
import { makePartner } from "../records/partners.ts";
import type { CommandOptions } from "./command.ts";

type Named = { readonly id: string; readonly name: string };

/** The options by which a command names a team or a partner organisation. */
export const scopeOptions = { team: { type: "string" }, partner: { type: "string" } } as const;

/**
 * The scope that a command is about: the team or the partner organisation that its options name, by name or id; without
 * either the only team there is. An organisation gets its scope with that. Fails with one line that lists the choice.
 */
export const chooseScope = async (
  database: Kysely<Schema>,
  options: CommandOptions,
  chance: Chance,
): Promise<Result<ScopeId, string>> => {
  const { team, partner } = options;
  if (partner !== undefined) return choosePartner(database, partner, chance);
  const teams = await listTeams(database);
  if (teams.length === 0) return fail("There is no team yet: start the endpoint first.");
  const chosen = choose(teams, team);
  return chosen === null ? fail(`Which team?\n${choices("team", teams)}`) : ok(chosen.id);
};

const choosePartner = async (
  database: Kysely<Schema>,
  written: string | boolean,
  chance: Chance,
): Promise<Result<ScopeId, string>> => {
  const organisations = (await loadKind(database, organisationKind.name)).map((record) => ({
    id: record.id,
    home: record.home,
    name: readRecord(organisationKind, record).values.name,
  }));
  const chosen = choose(organisations, written);
  if (chosen === null) return fail(`Which organisation?\n${choices("partner", organisations)}`);
  const { id, home } = chosen;
  return ok(
    await database
      .transaction()
      .execute((transaction) => makePartner(transaction, id, home, chance)),
  );
};

const choose = <N extends Named>(
  among: readonly N[],
  written: string | boolean | undefined,
): N | null => {
  const fitting =
    written === undefined
      ? among
      : among.filter(({ id, name }) => id === written || name === written);
  const [one] = fitting;
  return one !== undefined && fitting.length === 1 ? one : null;
};

const choices = (option: string, among: readonly Named[]): string =>
  among
    .map(({ name }) => `  --${option} "${name}"`)
    .sort((one, other) => one.localeCompare(other, "fi"))
    .join("\n");
