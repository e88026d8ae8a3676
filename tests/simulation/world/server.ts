import type { Hono } from "hono";
import type { Kysely } from "kysely";
import type { DeviceId, MemberId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Chance } from "#domain/chance.ts";
import type { Fields, Json } from "#domain/json.ts";
import type { Role, ScopeKind } from "#domain/kind.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { RecordState } from "#domain/record.ts";
import { createApp } from "#endpoint/app.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { openSqlite } from "#endpoint/database/sqlite.ts";
import { makeLogger } from "#endpoint/logger.ts";
import { type Hearing, makeHearing } from "#endpoint/routes/hearing.ts";
import { type Advanced, makeWakeBus, type WakeBus } from "#endpoint/wake-bus.ts";
import { OLDEST_PULL_VERSION, PROTOCOL_VERSION } from "#protocol/version.ts";
import { askAsPage } from "../../support/endpoint/make-endpoint.ts";
import { makeTestClock, type TestClock } from "../../support/platform.ts";
import { gated, type Gate, makeGate } from "./gate.ts";
import type { Prepared } from "./prepared.ts";

/** A scope as a member is in it. */
export type Place = { readonly kind: ScopeKind; readonly role: Role };

/** What became of an edit at the endpoint, as its database says. */
export type Settled = { readonly record: RecordId; readonly ack: string };

/** What an observation of the database found new. */
export type News = {
  readonly settled: readonly (readonly [OpId, Settled])[];
  readonly changed: readonly RecordState[];
};

/** Which process a request reaches. `strict` is one that gives records only to a version newer than ours. */
export type Process = "one" | "two" | "strict";

/**
 * The endpoint: its real processes over one database, and what the simulation itself knows of it: who is in which scope,
 * and the state of the database after the last request.
 */
export class Server {
  readonly clock: TestClock;
  readonly log: string[] = [];
  readonly gate: Gate = makeGate();
  readonly members = new Map<MemberId, Map<ScopeId, Place>>();
  readonly records = new Map<RecordId, RecordState>();
  readonly settled = new Map<OpId, Settled>();
  /** Edits that once stood, in whatever data. */
  readonly everTaken = new Set<OpId>();
  /** Edits that once ended in a conflict: it keeps their words, and goes with the data it was made in. */
  readonly clashed = new Set<OpId>();
  /** Conflicts that were lost with data. */
  readonly lostConflicts: RecordState[] = [];
  /** Edits that were once refused, with the answer: they lie in a tray, whatever data are lost. */
  readonly refused = new Map<OpId, string>();
  /** Hears of every wake-up of a process, and whose edits it was. */
  onWake: (advanced: Advanced, by: DeviceId | null, hearing: Hearing) => Promise<void> = () =>
    Promise.resolve();
  readonly #chance: Chance;
  #database: Kysely<Schema>;
  #processes: Record<Process, Hono>;

  constructor(prepared: Prepared, chance: Chance) {
    this.clock = makeTestClock(prepared.now);
    this.#chance = chance;
    this.#database = openSqlite(prepared.database);
    this.#processes = this.#start();
  }

  get database(): Kysely<Schema> {
    return this.#database;
  }

  /** Asks one of the processes as a page would. */
  ask(process: Process, path: string | URL | Request, init?: RequestInit): Promise<Response> {
    return askAsPage(this.#processes[process])(path, init);
  }

  /** Goes on from the bytes of another database. What was observed is forgotten. */
  async replace(image: Buffer): Promise<void> {
    await this.#database.destroy();
    this.#database = openSqlite(image);
    this.#processes = this.#start();
    for (const state of this.records.values()) {
      if (state.kind === conflictKind.name) this.lostConflicts.push(state);
    }
    this.records.clear();
    this.settled.clear();
  }

  /** Takes over who is where as the database has it from the start. */
  async readMembers(): Promise<void> {
    this.members.clear();
    const rows = await this.#database
      .selectFrom("membership")
      .innerJoin("scope", "scope.id", "membership.scope_id")
      .select(["membership.member_id", "scope.id", "scope.kind", "membership.role"])
      .execute();
    for (const row of rows) {
      const scopes = this.members.get(row.member_id as MemberId) ?? new Map<ScopeId, Place>();
      scopes.set(row.id as ScopeId, { kind: row.kind as ScopeKind, role: row.role as Role });
      this.members.set(row.member_id as MemberId, scopes);
    }
  }

  /** Puts a member into a scope, or takes the member out. */
  async setMember(member: MemberId, scope: ScopeId, place: Place | null): Promise<void> {
    const scopes = this.members.get(member) ?? new Map<ScopeId, Place>();
    this.members.set(member, scopes);
    await this.#database
      .deleteFrom("membership")
      .where("member_id", "=", member)
      .where("scope_id", "=", scope)
      .execute();
    scopes.delete(scope);
    if (place === null) return;
    scopes.set(scope, place);
    const { role } = place;
    await this.#database
      .insertInto("membership")
      .values({ member_id: member, scope_id: scope, role })
      .execute();
  }

  /** The scopes a member is in, as the simulation has put it. */
  scopesOf(member: MemberId): ReadonlyMap<ScopeId, Place> {
    return this.members.get(member) ?? new Map();
  }

  /** Whether the endpoint has answered for an edit, and has not refused it. */
  hasTaken(id: OpId): boolean {
    const ack = this.settled.get(id)?.ack;
    return ack !== undefined && !ack.startsWith("r:");
  }

  /** Looks at the database itself, past the program: what has been answered for good, and what the records are now. */
  async observe(): Promise<News> {
    const settled = await this.#readSettled();
    const versions = await this.#database.selectFrom("entity").select(["id", "ver"]).execute();
    const changedIds = versions
      .filter(({ id, ver }) => this.records.get(id as RecordId)?.ver !== ver)
      .map(({ id }) => id);
    const rows =
      changedIds.length === 0
        ? []
        : await this.#database
            .selectFrom("entity")
            .select(["id", "kind", "home", "shares", "ver", "deleted", "fields"])
            .where("id", "in", changedIds)
            .execute();
    const changed = rows.map((row): RecordState => ({
      id: row.id as RecordId,
      kind: row.kind,
      home: row.home as ScopeId,
      shares: JSON.parse(row.shares) as ScopeId[],
      ver: row.ver,
      deleted: row.deleted === 1,
      fields: JSON.parse(row.fields) as Fields,
    }));
    for (const state of changed) this.records.set(state.id, state);
    return { settled, changed };
  }

  /** The values that stood once. */
  async earlier(): Promise<{ record: string; field: string; value: Json }[]> {
    const rows = await this.#database
      .selectFrom("earlier")
      .select(["entity_id", "field", "value"])
      .execute();
    return rows.map(({ entity_id: record, field, value }) => ({
      record,
      field,
      value: JSON.parse(value) as Json,
    }));
  }

  async close(): Promise<void> {
    await this.#database.destroy();
  }

  async #readSettled(): Promise<(readonly [OpId, Settled])[]> {
    const rows = await this.#database
      .selectFrom("applied")
      .select(["op_id", "entity_id", "ack"])
      .execute();
    const fresh = rows
      .filter(({ op_id: id }) => !this.settled.has(id as OpId))
      .map((row): [OpId, Settled] => [
        row.op_id as OpId,
        { record: row.entity_id as RecordId, ack: row.ack },
      ]);
    for (const [id, settled] of fresh) {
      this.settled.set(id, settled);
      if (settled.ack.startsWith("r:")) this.refused.set(id, settled.ack);
      else this.everTaken.add(id);
      if (settled.ack === "c") this.clashed.add(id);
    }
    return fresh;
  }

  #heardBus(): WakeBus {
    const bus = makeWakeBus();
    const hearing = makeHearing(this.#database);
    bus.subscribe({
      onWake: (advanced, by) => this.onWake(advanced, by, hearing),
      onClose: () => undefined,
    });
    return bus;
  }

  #start(): Record<Process, Hono> {
    const logger = makeLogger(this.clock, (line) => this.log.push(line));
    const start = (database: Kysely<Schema>, oldestPullVersion: number, editsAtOnce: number) =>
      createApp({
        database,
        clock: this.clock,
        chance: this.#chance,
        logger,
        wakeBus: this.#heardBus(),
        origin: null,
        clientFolder: null,
        erasureKey: "koeavain",
        oldestPullVersion,
        editsAtOnce,
      });
    const database = this.#database;
    return {
      one: start(gated(database, this.gate), OLDEST_PULL_VERSION, 250),
      two: start(database, OLDEST_PULL_VERSION, 2),
      strict: start(database, PROTOCOL_VERSION + 1, 3),
    };
  }
}
