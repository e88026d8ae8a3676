import { describe, expect, test } from "vitest";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { RecordState } from "#domain/record.ts";
import type { Fate } from "#store/incoming/inbox.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";
import {
  enrolTestDevice,
  makeProfile,
  passphrase,
  testArea,
  testTeam,
  type TestDevice,
} from "../support/device.ts";
import { makeSeededChance, makeTestPlatform } from "../support/platform.ts";
import { clientStates } from "../support/records.ts";
import { expectOk } from "../support/result.ts";
import { type Fault, FaultyDisk } from "../unit/store/faulty-disk.ts";
import { Oracle } from "./store-oracle.ts";

/*
 * Random sequences of everything that can happen to a store, against a model in plain maps: lines of an exchange, cut off
 * anywhere, edits, locks, crashes, a second tab, folds, and a disk that fails. After every step and after every opening the
 * store must show what the model says.
 */

const schedules = 90;
const stepsOfOne = 18;

/** What can happen next; the more often named, the likelier. */
const stepKinds = [
  "chunk",
  "chunk",
  "chunk",
  "large",
  "large",
  "large",
  "reset",
  "reset",
  "resetEnd",
  "resetEnd",
  "header",
  "header",
  "write",
  "write",
  "write",
  "set",
  "set",
  "del",
  "restart",
  "crash",
  "tab",
  "tab",
  "tidy",
  "withdraw",
] as const;

/** Two teams: each has its own thirty records, enough for lines of both sizes. */
const ours = { kind: "team", role: "adviser" } as const;
const pool = new Map<ScopeId, RecordState[]>(
  [testTeam, testArea].map((scope) => [scope, clientStates(scope, 30)]),
);

class Run {
  readonly oracle = new Oracle();
  readonly #chance;
  readonly #device: TestDevice;
  readonly #disk: FaultyDisk;
  #tabs: Store[];
  #seq = 0;

  constructor(seed: number, device: TestDevice, disk: FaultyDisk) {
    this.#chance = makeSeededChance(seed * 7_919 + 1);
    this.#device = device;
    this.#disk = disk;
    this.#tabs = [device.store];
    this.oracle.header({
      fates: new Map(),
      scopes: new Map([
        [testTeam, ours],
        [testArea, ours],
      ]),
      echo: [],
    });
  }

  async step(): Promise<string> {
    const kind = this.#pick(stepKinds);
    switch (kind) {
      case "chunk":
      case "large":
        await this.#chunk(kind === "large" ? 16 + this.#upTo(14) : this.#upTo(5));
        break;
      case "reset": {
        const scope = this.#scope();
        const done = await this.#attempt((store) => store.exchange.beginReset(scope));
        if (done) this.oracle.beginReset(scope);
        break;
      }
      case "resetEnd": {
        const [scope, cursor] = [this.#scope(), this.#cursor()];
        const done = await this.#attempt((store) => store.exchange.endReset(scope, cursor));
        if (done) this.oracle.endReset(scope, cursor);
        break;
      }
      case "header":
      case "withdraw":
        await this.#header(kind === "withdraw");
        break;
      case "write":
      case "set":
      case "del":
        await this.#write(kind);
        break;
      case "restart":
      case "crash":
        if (kind === "restart") for (const tab of this.#tabs) tab.close();
        this.#tabs = [await this.#open()];
        break;
      case "tab":
        if (this.#tabs.length === 1) this.#tabs.push(await this.#open());
        this.#tabs.reverse();
        break;
      case "tidy":
        await this.#attempt((store) => store.exchange.tidy());
        break;
      default:
        kind satisfies never;
    }
    return kind;
  }

  async check(where: string): Promise<void> {
    for (const store of this.#tabs) {
      // Whatever this tab was told of stands in its queue before this.
      expectOk(await store.drafts.clear("none"));
      const shown = [...store.ledger.all(clientKind)].map(([id, { values }]) => [id, values.name]);
      expect(new Map(shown as [RecordId, string][]), where).toEqual(this.oracle.names());
      expect(store.exchange.cursors(), where).toEqual(this.oracle.cursors());
      expect(store.exchange.unsent(), where).toEqual(this.oracle.outbox);
      const tray = expectOk(await store.tray.read()).map(({ op, reason }) => [op.id, reason]);
      expect(new Map(tray as [never, string][]), where).toEqual(this.oracle.tray);
      expect(store.damage(), where).toEqual({ edits: 0, records: 0, isRestMissing: false });
    }
  }

  async reopen(): Promise<void> {
    for (const tab of this.#tabs) tab.close();
    this.#tabs = [await this.#open()];
  }

  async #chunk(count: number): Promise<void> {
    const scope = this.#scope();
    const states = this.#shuffled(pool.get(scope) ?? []).slice(0, count + this.#upTo(3));
    const put = states.slice(0, count).map((state) => this.#next(state));
    const drop = states.slice(count).map(({ id }) => id);
    const chunk = { scope, put, drop, cursor: this.#cursor() };
    const done = await this.#attempt((store) => store.exchange.takeChunks(chunk));
    if (done) this.oracle.chunk(chunk);
  }

  async #header(isWithdrawing: boolean): Promise<void> {
    const all = isWithdrawing ? [this.#scope()] : [testTeam, testArea];
    const fates = new Map(
      this.oracle.outbox
        .slice(0, this.#upTo(4))
        .map(({ id }): [typeof id, Fate] => [
          id,
          this.#pick<Fate>(["stands", "stands", "needs-base", { refused: "edit.not_allowed" }]),
        ]),
    );
    const echo = this.oracle.outbox.flatMap((op) => {
      if (fates.get(op.id) !== "stands") return [];
      const home = op.verb === "new" ? op.value.home : this.oracle.state(op.record)?.home;
      const name = op.verb === "set" ? op.value : op.id;
      if (home === undefined) return [];
      const ver = (this.oracle.state(op.record)?.ver ?? 0) + 1;
      const deleted = op.verb === "del";
      const fields = { name };
      const state = { id: op.record, kind: "client", home, shares: [], ver, deleted, fields };
      return [{ state, scopes: [home] }];
    });
    const newest = new Map(echo.map((one) => [one.state.id, one]));
    const header = {
      fates,
      scopes: new Map(all.map((scope) => [scope, ours])),
      echo: [...newest.values()],
    };
    const done = await this.#attempt((store) => store.exchange.takeHeader(header));
    if (done) this.oracle.header(header);
  }

  async #write(verb: "write" | "set" | "del"): Promise<void> {
    const [store] = this.#tabs as [Store];
    const record = this.#shuffled([...this.oracle.names().keys()])[0];
    const sight = record === undefined ? null : store.ledger.sightOf(record);
    const home = this.#shuffled([...this.oracle.scopes.keys()])[0];
    const name = `kirjoitus ${(this.#seq += 1)}`;
    let edit: Edit;
    if (verb !== "write" && sight !== null) {
      edit = verb === "del" ? { verb, sight } : { verb, sight, field: "name", value: name };
    } else if (home !== undefined) {
      const fields = { name };
      edit = { verb: "new", record: store.newRecordId(), kind: "client", home, fields };
    } else return;
    const before = new Set(this.oracle.outbox.map(({ id }) => id));
    const done = await this.#attempt((tab) => tab.write([edit]));
    const fresh = store.exchange.unsent().filter(({ id }) => !before.has(id));
    expect(fresh).toHaveLength(done ? 1 : 0);
    this.oracle.outbox.push(...fresh);
  }

  /** Does something in the tab in front, now and then on a failing disk. Tells whether it was done. */
  async #attempt(
    action: (store: Store) => Promise<{ ok: boolean; failure?: { code: string } }>,
  ): Promise<boolean> {
    const fault = this.#pick<Fault>([
      ...(["none", "none", "none", "none", "none"] as const),
      ...(["lost", "torn", "unheard", "full", "too-full"] as const),
    ]);
    this.#disk.faults.push(fault);
    const outcome = await action(this.#tabs[0]!);
    this.#disk.faults.length = 0;
    if (!outcome.ok) expect(["storage.full", "edit.not_allowed"]).toContain(outcome.failure?.code);
    return outcome.ok;
  }

  async #open(): Promise<Store> {
    return expectOk(await this.#device.door.unlock(passphrase));
  }

  #next(state: RecordState): RecordState {
    const ver = Math.max((this.oracle.state(state.id)?.ver ?? 0) + this.#upTo(3) - 1, 1);
    return { ...state, ver, deleted: this.#upTo(10) === 0, fields: { name: `${state.id} ${ver}` } };
  }

  #cursor() {
    return { epoch: `e${this.#upTo(2)}`, seq: (this.#seq += 1) };
  }

  #scope(): ScopeId {
    return this.#pick([testTeam, testArea]);
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#upTo(from.length)]!;
  }

  #shuffled<T>(from: readonly T[]): T[] {
    return from
      .map((item): [number, T] => [this.#upTo(256), item])
      .sort(([one], [other]) => one - other)
      .map(([, item]) => item);
  }

  #upTo(bound: number): number {
    return this.#chance.bytes(1)[0]! % bound;
  }
}

describe("the store under random schedules", () => {
  test.each([0, 1, 2, 3, 4, 5])(
    "holds what the model holds (part %i)",
    async (part) => {
      const each = schedules / 6;
      for (let seed = part * each; seed < (part + 1) * each; seed += 1) {
        const disk = new FaultyDisk();
        const profile = makeProfile(seed, makeTestPlatform(seed), disk);
        const device = await enrolTestDevice(seed, profile);
        const run = new Run(seed, device, disk);
        expectOk(
          await device.store.exchange.takeHeader({
            fates: new Map(),
            scopes: new Map([
              [testTeam, ours],
              [testArea, ours],
            ]),
            echo: [],
          }),
        );
        const trace: string[] = [];
        for (let step = 0; step < stepsOfOne; step += 1) {
          trace.push(await run.step());
          await run.check(`seed ${seed}: ${trace.join(", ")}`);
        }
        await run.reopen();
        await run.check(`seed ${seed}: ${trace.join(", ")}, reopened`);
      }
    },
    60_000,
  );
});
