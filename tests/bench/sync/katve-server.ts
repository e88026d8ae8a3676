import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely, Transaction } from "kysely";
import {
  type DeviceId,
  makeDeviceId,
  makeMemberId,
  makeOpId,
  type MemberId,
  type RecordId,
  type ScopeId,
} from "#domain/ids.ts";
import { addMs, hourMs, type Instant, toInstant } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { textOfField } from "#domain/merge/apply.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Op } from "#domain/op.ts";
import { join as joinScopes, makeAdviser } from "#endpoint/access/enrol.ts";
import { membershipOf, scopesOfMember } from "#endpoint/access/membership.ts";
import { openDatabase } from "#endpoint/database/open.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { loadEntities } from "#endpoint/records/entities.ts";
import { makeRecords, newEntity } from "#endpoint/records/make.ts";
import { applyPush } from "#endpoint/records/push.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { makeNetwork } from "#endpoint/starter/make-network.ts";
import { kainuuNetwork } from "#endpoint/starter/network.ts";
import { makeSystemChance } from "#endpoint/system-chance.ts";
import { makeSystemClock } from "#endpoint/system-clock.ts";
import { startEndpoint } from "../endpoint.ts";
import { benchCode, benchCodeCount, recordIdOf } from "./katve-names.ts";
import type { PageHeaders, PeerServer } from "./peer.ts";
import type { Patch, Row } from "./workload.ts";

const chance = makeSystemChance();
const clock = makeSystemClock();

/**
 * The program's own endpoint in a process of its own, on a fresh database that was filled before it starts.
 * A row becomes an `appointment` with the same id; its client's name and phone become one `client` record for all rows of
 * that client; its site and its adviser become the ids of a place and of a member. So the team holds the rows and, beside
 * them, a tenth as many clients. `updatedAt` is left out: the endpoint knows by itself when what was changed.
 */
export const startKatve = async (rows: readonly Row[]): Promise<PeerServer> => {
  const folder = await mkdtemp(join(tmpdir(), "katve-bench-"));
  const database = await openBenchDatabase(folder);
  const colleague = await fill(database, rows);
  const { child, port } = await startEndpoint({ KATVE_DATA: folder });
  return {
    port,
    pageHeaders: await pageHeadersOf(port),
    edit: (patches) =>
      database.transaction().execute((transaction) => editAs(colleague, transaction, patches)),
    has: async (patches) => {
      const held = await loadEntities(
        database,
        patches.map(({ id }) => recordIdOf(id)),
      );
      return patches.every(({ id, status, note }) => {
        const fields = held.get(recordIdOf(id))?.fields;
        return fields?.["status"] === status && fields["note"] === note;
      });
    },
    async close() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      await database.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** What the endpoint has browsers keep to themselves, with whatever page it gives them. */
const pageHeadersOf = async (port: number): Promise<PageHeaders> => {
  const { headers } = await fetch(`http://localhost:${port}/healthz`);
  return Object.fromEntries(
    ["permissions-policy", "referrer-policy"].map((name) => [name, headers.get(name) ?? ""]),
  );
};

const openBenchDatabase = async (folder: string): Promise<Kysely<Schema>> => {
  const opened = await openDatabase({ dataFolder: folder, databaseUrl: null });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
};

type Colleague = { readonly member: MemberId; readonly device: DeviceId };

const fill = async (database: Kysely<Schema>, rows: readonly Row[]): Promise<Colleague> => {
  const now = clock.now();
  const { area, teams } = await makeNetwork(database, kainuuNetwork, ["Mittaajat"], chance, now);
  const [team] = teams;
  if (team === undefined) throw new Error("the network has no team");
  const colleague = { member: makeMemberId(chance), device: makeDeviceId(chance) };
  await database.transaction().execute(async (transaction) => {
    await joinScopes(transaction, colleague.member, [area, team], { role: "adviser" }, chance, now);
    await makeAdviser(transaction, colleague.member, area, "Kollega Malli", { team }, now);
    // Only of its own advisers' times a team has the endpoint's word.
    for (const adviser of new Set(rows.map(({ adviserId }) => adviserOf(adviserId)))) {
      await joinScopes(transaction, adviser, [area, team], { role: "adviser" }, chance, now);
    }
    await makeRecords(transaction, recordsOf(rows, team), now);
    await addCodes(transaction, team, now);
  });
  return colleague;
};

/** 128 bits that are the same for the same name. */
const idOfName = (name: string): string => sha256(name).slice(0, 22);

const adviserOf = (name: string): MemberId => idOfName(name) as MemberId;

const clientIdOf = ({ clientName, phone }: Row): RecordId =>
  idOfName(`${clientName} ${phone}`) as RecordId;

const recordsOf = (rows: readonly Row[], team: ScopeId): Entity[] => {
  const clients = new Map(
    rows.map((row) => {
      const { clientName: name, phone } = row;
      const id = clientIdOf(row);
      return [id, newEntity(clientKind, id, team, { name, phone, language: "fi", note: "" })];
    }),
  );
  const appointments = rows.map((row) =>
    newEntity(appointmentKind, recordIdOf(row.id), team, {
      client: clientIdOf(row),
      guidance: "education",
      channel: row.kind,
      slot: {
        start: toInstant(Date.parse(row.start)),
        end: toInstant(Date.parse(row.end)),
        place: idOfName(row.siteId) as RecordId,
        adviser: adviserOf(row.adviserId),
      },
      language: row.language,
      status: row.status,
      note: row.note,
      promise: null,
    }),
  );
  return [...clients.values(), ...appointments];
};

const addCodes = async (
  transaction: Transaction<Schema>,
  team: ScopeId,
  now: Instant,
): Promise<void> => {
  const common = {
    team_id: team,
    role: "adviser",
    member_id: null,
    created_at: now,
    expires_at: addMs(now, 24 * hourMs),
    used_at: null,
    used_by: null,
  };
  const codes = Array.from({ length: benchCodeCount }, (_, nth) => sha256(benchCode(nth)));
  await transaction
    .insertInto("enrolment_code")
    .values(codes.map((code_hash) => ({ ...common, code_hash })))
    .execute();
};

/** The edits as a colleague's device would send them: from what the endpoint holds now. */
const editAs = async (
  author: Colleague,
  transaction: Transaction<Schema>,
  patches: readonly Patch[],
): Promise<void> => {
  const held = await loadEntities(
    transaction,
    patches.map(({ id }) => recordIdOf(id)),
  );
  const at = clock.now();
  const ops = patches.flatMap((patch): Op[] => {
    const record = recordIdOf(patch.id);
    const entity = held.get(record);
    if (entity === undefined) throw new Error("a row is not in the database");
    const start = () => ({
      id: makeOpId(chance),
      record,
      seen: { ver: entity.ver },
      at,
      endpointAt: at,
    });
    const hash = sha256(textOfField(entity.fields["note"]));
    return [
      { ...start(), verb: "set", field: "status", value: patch.status },
      { ...start(), verb: "text", field: "note", value: patch.note, hash },
    ];
  });
  const membership = membershipOf(author.member, await scopesOfMember(transaction, author.member));
  const push = { author, membership, ops, asked: [], sentAt: at, arrivedAt: at };
  const onDefect = (defect: unknown) => {
    throw new Error("an edit of the colleague broke the endpoint", { cause: defect });
  };
  const { fresh } = await applyPush(transaction, push, { chance, erasureKey: "", onDefect });
  if (fresh.some((ack) => ack !== "a")) throw new Error("an edit of the colleague did not stand");
};
