import type { Kysely } from "kysely";
import { bytesToBase64Url, type MemberId, type RecordId, type ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { teamKind } from "#domain/kinds/team.ts";
import { inPieces } from "#endpoint/database/in-pieces.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { makeRecords, newEntity } from "#endpoint/records/make.ts";
import { makeSystemChance } from "#endpoint/system-chance.ts";
import { type LoadDevice, makeLoadDevice, type Sending } from "./device.ts";
import { memberIn, membersPerTeam } from "./team-records.ts";

const chance = makeSystemChance();

/** Somebody of a team, with a device. */
type Person = {
  readonly member: MemberId;
  readonly team: ScopeId;
  readonly name: string;
  readonly device: LoadDevice;
};
type Team = { readonly id: ScopeId; readonly name: string };

/** Makes the people of teams, whom the endpoint does not know yet. */
export const peopleOf = (teams: readonly Team[], sending: Sending): Promise<Person[]> =>
  Promise.all(
    teams.flatMap(({ id: team }) =>
      Array.from({ length: membersPerTeam }, async (_, nth): Promise<Person> => {
        const member = memberIn(team, nth);
        const device = await makeLoadDevice(sending, member, team);
        return { member, team, name: `Neuvoja Malli ${nth}`, device };
      }),
    ),
  );

const epoch = () => bytesToBase64Url(chance.bytes(6));

/** Writes teams: their scopes, and the records that say their names. */
export const addTeams = async (
  database: Kysely<Schema>,
  area: ScopeId,
  teams: readonly Team[],
  now: Instant,
): Promise<void> => {
  const scopes = teams.map(({ id }) => ({ id, kind: "team", area_id: area, epoch: epoch() }));
  for (const piece of inPieces(scopes)) await database.insertInto("scope").values(piece).execute();
  const records = teams.map(({ id, name }) =>
    newEntity(teamKind, id as string as RecordId, area, { name }),
  );
  await makeRecords(database, records, now);
};

/** Writes people as enrolling would: members with a scope of their own, devices, and the records colleagues see. */
export const addPeople = async (
  database: Kysely<Schema>,
  area: ScopeId,
  people: readonly Person[],
  now: Instant,
): Promise<void> => {
  for (const piece of inPieces(people)) {
    const members = piece.map(({ member }) => ({ id: member, created_at: now }));
    await database.insertInto("member").values(members).execute();
    const own = piece.map(({ member: id }) => ({ id, kind: "person", epoch: epoch() }));
    await database
      .insertInto("scope")
      .values(own.map((scope) => ({ ...scope, area_id: null })))
      .execute();
    const memberships = piece.flatMap(({ member, team }) =>
      [area, team, member].map((scope_id) => ({ member_id: member, scope_id, role: "adviser" })),
    );
    await database.insertInto("membership").values(memberships).execute();
    const devices = piece.map(({ member, device: { phone } }) => ({
      id: phone.id,
      member_id: member,
      label: "Mittauspuhelin",
      key: JSON.stringify(phone.publicKey),
      created_at: now,
      revoked_at: null,
    }));
    await database.insertInto("device").values(devices).execute();
  }
  const records = people.map(({ member, name, team }) =>
    newEntity(adviserKind, member as string as RecordId, area, {
      name,
      team: team as string as RecordId,
    }),
  );
  await makeRecords(database, records, now);
};
