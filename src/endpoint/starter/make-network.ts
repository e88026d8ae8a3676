import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import {
  bytesToBase64Url,
  makeRecordId,
  makeScopeId,
  type RecordId,
  type ScopeId,
} from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import { teamKind } from "#domain/kinds/team.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Schema } from "../database/schema.ts";
import { makeRecords, newEntity } from "../records/make.ts";
import type { Network } from "./network.ts";
import { placesOf } from "./places.ts";

/** An area that was made, and its teams in the order of their names as given. */
export type MadeNetwork = { readonly area: ScopeId; readonly teams: readonly ScopeId[] };

/** Makes an area with everything a network says of it, and its first teams. All of it or nothing. */
export const makeNetwork = (
  database: Kysely<Schema>,
  network: Network,
  teamNames: readonly string[],
  chance: Chance,
  now: Instant,
): Promise<MadeNetwork> =>
  database.transaction().execute(async (transaction) => {
    const area = makeScopeId(chance);
    await makeScope(transaction, area, null, chance);
    const organisations = organisationsOf(network, area, chance);
    const places = placesOf(network, organisations, area, chance);
    await makeRecords(transaction, [areaRecord(network, area), ...organisations, ...places], now);
    const teams: ScopeId[] = [];
    for (const name of teamNames) teams.push(await makeTeam(transaction, area, name, chance, now));
    return { area, teams };
  });

/** Makes a team of an area: its scope, and the record that says its name. */
export const makeTeam = async (
  database: Kysely<Schema>,
  area: ScopeId,
  name: string,
  chance: Chance,
  now: Instant,
): Promise<ScopeId> => {
  const team = makeScopeId(chance);
  await makeScope(database, team, area, chance);
  await makeRecords(
    database,
    [newEntity(teamKind, team as string as RecordId, area, { name })],
    now,
  );
  return team;
};

const makeScope = async (
  database: Kysely<Schema>,
  id: ScopeId,
  area: ScopeId | null,
  chance: Chance,
): Promise<void> => {
  await database
    .insertInto("scope")
    .values({
      id,
      kind: area === null ? "area" : "team",
      area_id: area,
      epoch: bytesToBase64Url(chance.bytes(6)),
    })
    .execute();
};

const areaRecord = ({ area: names, municipalities }: Network, area: ScopeId): Entity =>
  newEntity(areaKind, area as string as RecordId, area, {
    nameFi: names.fi,
    nameSv: names.sv,
    nameEn: names.en,
    municipalities: municipalities.map(({ code, name }) => ({ code, name })),
  });

const organisationsOf = (network: Network, area: ScopeId, chance: Chance): Entity[] =>
  network.organisations.map(({ name, kinds, municipalities, since, until, successor }) =>
    newEntity(organisationKind, makeRecordId(chance), area, {
      name,
      kinds,
      municipalities,
      since: since ?? null,
      until: until ?? null,
      successor: successor ?? "",
    }),
  );
