import { addMs, type Clock } from "#domain/instant.ts";
import type { ScopeId } from "#domain/ids.ts";
import type { ScopeKind } from "#domain/kind.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import { makeSystemClock } from "#endpoint/system-clock.ts";
import { makeDeviceKeys, signWith } from "#store/identity.ts";
import type { OpenLedger } from "#store/ledger.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";
import { type Engine, startEngine } from "#sync/engine.ts";
import { enrolDevice } from "#sync/enrolment.ts";
import type { ExchangeFailureCode } from "#sync/status.ts";
import { makeTransport } from "#sync/transport.ts";
import { silenceMaxMs } from "#protocol/limits.ts";
import { makeProfile, passphrase } from "../support/device.ts";
import { type FaultProxy, openFaultProxy } from "../support/fault-proxy.ts";
import { makeDice } from "../support/dice.ts";
import { makeSeededChance, makeTestPlatform } from "../support/platform.ts";
import { expectOk } from "../support/result.ts";
import { makeCookieFetch } from "./cookie-fetch.ts";

/** A phone behind a bad network: the real store, engine and transport, over real connections through a proxy of its own. */
export type Phone = {
  readonly name: string;
  readonly proxy: FaultProxy;
  /** Every edit it has written, in order. */
  readonly written: readonly Op[];
  /** How its exchanges ended: `settled`, or the reason of the failure. */
  readonly outcomes: ReadonlyMap<"settled" | ExchangeFailureCode, number>;
  store(): Store;
  scopes(kind: ScopeKind): ScopeId;
  write(edits: readonly Edit[]): Promise<void>;
  /** Asks for an exchange and waits until it has ended, well or not. */
  exchange(): Promise<void>;
  /** Exchanges until everything is sent and fetched. Fails after many tries. */
  settle(): Promise<void>;
  /** The battery dies in the middle of whatever is going on, and the phone is started again. */
  restart(): Promise<void>;
  statesIn(scope: ScopeId): RecordState[];
  close(): Promise<void>;
};

/** What a phone is made of. `clockErrorMs` is how wrong its clock is, `scale` what all waits are multiplied by. */
export type PhoneParts = {
  readonly name: string;
  readonly seed: number;
  readonly endpointPort: number;
  readonly code: string;
  readonly clockErrorMs: number;
  readonly scale: number;
};

const triesMax = 50;

/** Enrols a phone, through its proxy in calm weather. */
export const enrolPhone = async (parts: PhoneParts): Promise<Phone> => {
  const { name, seed, endpointPort, clockErrorMs, scale } = parts;
  const system = makeSystemClock();
  const clock: Clock = { now: () => addMs(system.now(), clockErrorMs) };
  const platform = makeTestPlatform(seed, clock);
  const profile = makeProfile(seed, platform);
  const dice = makeDice(makeSeededChance(seed * 31 + 7));
  const proxy = await openFaultProxy(endpointPort, dice, scale);
  const origin = `http://localhost:${proxy.port}`;
  const fetch = makeCookieFetch(origin);
  const transport = makeTransport({ fetch, origin, silenceMs: silenceMaxMs * scale });
  const keys = await makeDeviceKeys(platform);
  const signer = {
    device: keys.device,
    sign: (text: string) => signWith(keys.privateKey, text, platform.subtle),
  };
  const newcomer = { code: parts.code, name, label: "", key: keys.publicKey, signer };
  const direct = `http://localhost:${endpointPort}`;
  const enrolled = await enrolDevice(
    makeTransport({ fetch: makeCookieFetch(direct), origin: direct }),
    newcomer,
    platform,
  );
  let store = expectOk(await profile.door.enrol(keys, expectOk(enrolled), passphrase));
  const written: Op[] = [];
  const outcomes = new Map<"settled" | ExchangeFailureCode, number>();
  const defects: unknown[] = [];

  const start = (): Engine => {
    const engine = startEngine({
      store,
      transport,
      ...platform,
      later: (task, delayMs) => {
        const timer = setTimeout(task, delayMs * scale);
        return () => clearTimeout(timer);
      },
      isVisible: () => true,
      onDefect: (error) => defects.push(error),
    });
    let isExchanging = engine.status().kind === "exchanging";
    engine.subscribe(() => {
      const status = engine.status();
      if (isExchanging && status.kind !== "exchanging") {
        const outcome = status.kind === "settled" ? "settled" : status.reason;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      isExchanging = status.kind === "exchanging";
    });
    return engine;
  };
  let engine = start();

  const rested = (): Promise<void> =>
    new Promise((resolve) => {
      if (engine.status().kind !== "exchanging") return resolve();
      const stop = engine.subscribe(() => {
        if (engine.status().kind === "exchanging") return;
        stop();
        resolve();
      });
    });
  const exchange = async (): Promise<void> => {
    await rested();
    engine.want("person");
    await rested();
    if (defects.length > 0) throw new Error(`${name} broke`, { cause: defects[0] });
  };
  return {
    name,
    proxy,
    written,
    outcomes,
    store: () => store,
    scopes(kind) {
      const [id] = [...store.ledger.scopes()].find(([, scope]) => scope.kind === kind) ?? [];
      if (id === undefined) throw new Error(`${name} knows no ${kind}`);
      return id;
    },
    async write(edits) {
      const before = new Set(store.exchange.unsent().map(({ id }) => id));
      const done = store.write(edits);
      expectOk(await done);
      written.push(...store.exchange.unsent().filter(({ id }) => !before.has(id)));
    },
    exchange,
    async settle() {
      for (let tries = 0; tries < triesMax; tries += 1) {
        await exchange();
        const isSettled = engine.status().kind === "settled";
        if (isSettled && store.exchange.unsent().length === 0) return;
      }
      throw new Error(`${name} does not settle: ${JSON.stringify(engine.status())}`);
    },
    async restart() {
      engine.close();
      store.close();
      await engine.ended;
      store = expectOk(await profile.door.unlock(passphrase));
      engine = start();
    },
    statesIn: (scope) => [...(store.ledger as OpenLedger).statesIn(scope)].sort(byId),
    async close() {
      engine.close();
      await engine.ended;
      store.close();
      await proxy.close();
    },
  };
};

const byId = (one: RecordState, other: RecordState): number => (one.id < other.id ? -1 : 1);
