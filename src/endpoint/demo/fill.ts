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
import type { Items } from "#domain/fields/item-fields.ts";
import type { Fields, Json } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Author, NewOp, Op } from "#domain/op.ts";
import { opsMaxCount } from "#protocol/limits.ts";
import { join, makeAdviser } from "../access/enrol.ts";
import { membershipOf, scopesOfMember } from "../access/membership.ts";
import type { Schema } from "../database/schema.ts";
import { loadKind } from "../records/entities.ts";
import { applyPush } from "../records/push.ts";
import { type DemoTime, demoTimes } from "./days.ts";
import { type Dice, makeDice } from "./dice.ts";
import { demoAdvisers, demoClient, demoClientCount } from "./people.ts";
import { type DemoPlace, demoPlace, inOneRoom, roomsToMake } from "./places.ts";
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
  const bare = await loadKind(transaction, placeKind.name);
  let places: readonly DemoPlace[] = [];
  const known = new Map<ScopeId, Known>();
  for (const { name, team: at, role } of demoAdvisers) {
    const team = teams[at];
    if (team === undefined) throw new Error("a team of the demonstration is missing");
    const member = makeMemberId(chance);
    const writer = makeWriter(transaction, member, chance, now);
    await join(transaction, member, [area, team], { role }, chance, now);
    await makeAdviser(transaction, member, area, name, { team }, now);
    if (places.length === 0) places = await makeRooms(writer, bare);
    const colleague = known.get(team);
    const clients = atLeastOne(
      colleague?.clients ??
        (await writer.make(clientKind.name, team, demoClients(at, teams.length, dice))),
    );
    const today = toLocalDate(now);
    if (colleague === undefined) {
      await writer.make(waitingKind.name, team, demoWaiting(clients, today, dice));
    }
    const own = demoTimes({ adviser: member, clients, places: atLeastOne(places), today }, dice);
    const times = colleague === undefined ? own : inOneRoom(own, colleague.times, now);
    known.set(team, { clients, times });
    const appointments = await writer.make(
      appointmentKind.name,
      team,
      times.map(({ appointment }) => appointment),
    );
    const attendance = times.flatMap(({ roster }, index) =>
      roster.map((entry) => ({ ...entry, appointment: appointments[index] ?? null })),
    );
    await writer.make(attendanceKind.name, team, attendance);
  }
};

/** What there is of a team before its next adviser. */
type Known = { readonly clients: readonly RecordId[]; readonly times: readonly DemoTime[] };

/** Gives the places their rooms, as their coordinator does. */
const makeRooms = async (writer: Writer, bare: readonly Entity[]): Promise<DemoPlace[]> => {
  const places: DemoPlace[] = [];
  for (const place of [...bare].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const rooms = roomsToMake(place);
    await writer.setItems(place, "rooms", rooms);
    places.push(demoPlace(place, rooms));
  }
  return places;
};

const demoClients = (team: number, teams: number, dice: Dice): Fields[] =>
  Array.from({ length: demoClientCount }, (_, index) => index)
    .filter((index) => index % teams === team)
    .map((index) => demoClient(index, dice));

/** Writes as a device of the member would send it. */
type Writer = {
  /** Makes records and returns their ids. */
  make(kind: string, home: ScopeId, records: readonly Fields[]): Promise<RecordId[]>;
  /** Sets items of a field. */
  setItems(record: Entity, field: string, items: Items<Json>): Promise<void>;
};

const makeWriter = (
  transaction: Transaction<Schema>,
  member: MemberId,
  chance: Chance,
  now: Instant,
): Writer => {
  const author = { member, device: makeDeviceId(chance) };
  const base = (record: RecordId, ver: number) => ({
    id: makeOpId(chance),
    record,
    seen: { ver },
    at: now,
    endpointAt: toInstant(0),
  });
  const send = async (ops: readonly Op[]): Promise<void> => {
    for (let at = 0; at < ops.length; at += opsMaxCount) {
      await pushAll(transaction, author, ops.slice(at, at + opsMaxCount), chance, now);
    }
  };
  return {
    async make(kind, home, records) {
      const ops = records.map((fields): NewOp => ({
        ...base(makeRecordId(chance), 0),
        verb: "new",
        value: { kind, home, fields },
      }));
      await send(ops);
      return ops.map((op) => op.record);
    },
    setItems: ({ id, ver }, field, items) =>
      send(
        Object.entries(items).map(([item, value]) => ({
          ...base(id, ver),
          verb: "set",
          field: `${field}.${item}`,
          value,
        })),
      ),
  };
};

const pushAll = async (
  transaction: Transaction<Schema>,
  author: Author,
  ops: readonly Op[],
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
