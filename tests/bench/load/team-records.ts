import { type Kysely, sql } from "kysely";
import type { MemberId, RecordId, ScopeId } from "#domain/ids.ts";
import { hourMs, type Instant, toInstant } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { makeRecords, newEntity } from "#endpoint/records/make.ts";
import { ruleUnruled } from "#endpoint/times/rule-unruled.ts";

/*
 * Every team has the same records, copied from one that nobody belongs to. The ids of a team's members and records begin
 * with the first letters of the team's own id, so a copy only puts the letters of one team in the place of the other's.
 */

/** How many letters of a team's id its members' and records' ids begin with: 48 bits of chance. */
const stemLength = 8;
/** Who belongs to a team. */
export const membersPerTeam = 10;
/** A third of a team's records are clients, the others their guidance times. */
const timesPerClient = 2;

const idIn = (team: ScopeId, what: string, nth: number): string =>
  team.slice(0, stemLength) + what + String(nth).padStart(22 - stemLength - what.length, "0");

export const memberIn = (team: ScopeId, nth: number): MemberId =>
  idIn(team, "adviser", nth) as MemberId;
const clientIn = (team: ScopeId, nth: number) => idIn(team, "client", nth) as RecordId;
/** A guidance time of a team; the first ones are one of each member. */
export const timeIn = (team: ScopeId, nth: number): RecordId => idIn(team, "time", nth) as RecordId;

/** A note of some 70 letters, as in the other bench. */
const noteOf = (nth: number): string =>
  `Haluaa kokeilla työpajaa ennen hakua; kyyti ja tulkki vielä sopimatta ${nth}.`;

const recordsOf = (team: ScopeId, count: number, now: Instant): Entity[] => {
  const clients = Math.ceil(count / (1 + timesPerClient));
  const clientRecords = Array.from({ length: clients }, (_, nth) =>
    newEntity(clientKind, clientIn(team, nth), team, {
      name: `Asiakas Esimerkki ${nth}`,
      phone: `+35840${1_000_000 + nth}`,
      language: "fi",
      note: noteOf(nth),
    }),
  );
  const times = Array.from({ length: count - clients }, (_, nth) => {
    // The same member's times lie an hour apart and do not overlap.
    const start = now + Math.floor(nth / membersPerTeam) * hourMs;
    return newEntity(appointmentKind, timeIn(team, nth), team, {
      client: clientIn(team, nth % clients),
      guidance: "education",
      channel: "visit",
      slot: {
        start: toInstant(start),
        end: toInstant(start + hourMs / 2),
        place: null,
        adviser: memberIn(team, nth % membersPerTeam),
      },
      language: "fi",
      status: "booked",
      note: noteOf(nth),
      promise: null,
    });
  });
  return [...clientRecords, ...times];
};

/** Makes the records that all teams get, in a team without members, and has the endpoint's rules say whose times they are. */
export const makeTeamRecords = async (
  database: Kysely<Schema>,
  team: ScopeId,
  count: number,
  now: Instant,
): Promise<void> => {
  if (count < 2 * membersPerTeam) throw new Error("a team needs a guidance time for each member");
  await makeRecords(database, recordsOf(team, count, now), now);
  await ruleUnruled(database, now);
};

/** Copies one team's records to others, with their places in the feed and in the calendars. */
export const copyTeamRecords = async (
  database: Kysely<Schema>,
  from: ScopeId,
  to: readonly ScopeId[],
): Promise<void> => {
  const stem = sql.lit(from.slice(0, stemLength));
  const copied = (id: string) =>
    sql`substr(scope.id, 1, ${sql.lit(stemLength)}) || substr(${sql.ref(id)}, ${sql.lit(stemLength + 1)})`;
  const rewritten = (column: string) =>
    sql`replace(${sql.ref(column)}, ${stem}, substr(scope.id, 1, ${sql.lit(stemLength)}))`;
  const teams = sql`scope.id in (${sql.join(to)})`;
  const origin = sql.lit(from);
  const statements = [
    sql`insert into entity (id, kind, home, shares, about, ver, deleted, fields, stamps)
      select ${copied("entity.id")}, entity.kind, scope.id, shares, about, ver, deleted, ${rewritten("fields")}, stamps
      from entity cross join scope where entity.home = ${origin} and ${teams}`,
    sql`insert into feed (scope_id, entity_id, seq, op, at)
      select scope.id, ${copied("entity_id")}, feed.seq, op, at
      from feed cross join scope where feed.scope_id = ${origin} and ${teams}`,
    sql`insert into calendar (adviser, turn) select ${copied("adviser")}, turn
      from calendar cross join scope where substr(adviser, 1, ${sql.lit(stemLength)}) = ${stem} and ${teams}`,
    sql`insert into slot (record_id, kind, adviser, starts_at, ends_at, holder, allotment_id, state, turn)
      select ${copied("record_id")}, slot.kind, ${copied("adviser")}, starts_at, ends_at, holder, allotment_id, state, turn
      from slot cross join scope where substr(adviser, 1, ${sql.lit(stemLength)}) = ${stem} and ${teams}`,
    sql`update scope set seq = (select seq from scope where id = ${origin}) where ${teams}`,
  ];
  for (const statement of statements) await statement.execute(database);
};
