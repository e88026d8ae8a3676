import type { Transaction } from "kysely";
import type { Chance } from "#domain/chance.ts";
import {
  makeDeviceId,
  makeMemberId,
  makeOpId,
  makeRecordId,
  type MemberId,
  type RecordId,
  type ScopeId,
} from "#domain/ids.ts";
import { type Instant, toInstant } from "#domain/instant.ts";
import type { Fields } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { Author, NewOp } from "#domain/op.ts";
import { opsMaxCount } from "#protocol/limits.ts";
import { join, makeAdviser } from "../access/enrol.ts";
import { membershipOf, scopesOfMember } from "../access/membership.ts";
import type { Schema } from "../database/schema.ts";
import { loadKind } from "../records/entities.ts";
import { applyPush } from "../records/push.ts";
import { demoTimes } from "./days.ts";
import { type Dice, makeDice } from "./dice.ts";
import { demoAdvisers, demoClient, demoClientCount } from "./people.ts";
import { demoWaiting } from "./waiting.ts";

/** The seed of the demonstration: the same data each time, but for the day they are around. */
const seed = 2026;

/**
 * Fills an area with made-up people and six weeks of their work around today. What advisers write goes the way of
 * every edit: through their rights and the merge, with the same numbers and versions. All of it in the caller's transaction.
 */
export const fillDemo = async (
  transaction: Transaction<Schema>,
  area: ScopeId,
  teams: readonly ScopeId[],
  chance: Chance,
  now: Instant,
): Promise<void> => {
  const dice = makeDice(seed);
  const places = atLeastOne(
    (await loadKind(transaction, placeKind.name)).map(({ id }) => id).sort(),
  );
  const clientsByTeam = new Map<ScopeId, RecordId[]>();
  for (const { name, team: at, role } of demoAdvisers) {
    const team = teams[at];
    if (team === undefined) throw new Error("a team of the demonstration is missing");
    const member = makeMemberId(chance);
    const write = makeWriter(transaction, member, chance, now);
    await join(transaction, member, [area, team], { role }, chance, now);
    await makeAdviser(transaction, member, area, name, { team }, now);
    const known = clientsByTeam.get(team);
    const clients = atLeastOne(
      known ?? (await write(clientKind.name, team, demoClients(at, teams.length, dice))),
    );
    clientsByTeam.set(team, [...clients]);
    const today = toLocalDate(now);
    if (known === undefined) await write(waitingKind.name, team, demoWaiting(clients, today, dice));
    const times = demoTimes({ adviser: member, clients, places, today }, dice);
    const appointments = await write(
      appointmentKind.name,
      team,
      times.map(({ appointment }) => appointment),
    );
    const attendance = times.flatMap(({ roster }, index) =>
      roster.map((entry) => ({ ...entry, appointment: appointments[index] ?? null })),
    );
    await write(attendanceKind.name, team, attendance);
  }
};

const demoClients = (team: number, teams: number, dice: Dice): Fields[] =>
  Array.from({ length: demoClientCount }, (_, index) => index)
    .filter((index) => index % teams === team)
    .map((index) => demoClient(index, dice));

/** Writes records as a device of the member would send them, and returns their ids. */
const makeWriter = (
  transaction: Transaction<Schema>,
  member: MemberId,
  chance: Chance,
  now: Instant,
) => {
  const author = { member, device: makeDeviceId(chance) };
  return async (kind: string, home: ScopeId, records: readonly Fields[]): Promise<RecordId[]> => {
    const ops = records.map((fields): NewOp => ({
      id: makeOpId(chance),
      record: makeRecordId(chance),
      seen: { ver: 0 },
      at: now,
      endpointAt: toInstant(0),
      verb: "new",
      value: { kind, home, fields },
    }));
    for (let at = 0; at < ops.length; at += opsMaxCount) {
      await pushAll(transaction, author, ops.slice(at, at + opsMaxCount), chance, now);
    }
    return ops.map((op) => op.record);
  };
};

const pushAll = async (
  transaction: Transaction<Schema>,
  author: Author,
  ops: readonly NewOp[],
  chance: Chance,
  now: Instant,
): Promise<void> => {
  const member = author.member as MemberId;
  const membership = membershipOf(member, await scopesOfMember(transaction, member));
  const push = { author, membership, ops, asked: [], sentAt: now, arrivedAt: now };
  const onDefect = (cause: unknown) => {
    throw new Error("a record of the demonstration is broken", { cause });
  };
  const { fresh } = await applyPush(transaction, push, { chance, erasureKey: "", onDefect });
  if (fresh.some((ack) => ack !== "a")) {
    throw new Error("a record of the demonstration was refused");
  }
};

const atLeastOne = <T>(items: readonly T[]): readonly [T, ...T[]] => {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error("the demonstration needs at least one");
  return [first, ...rest];
};
