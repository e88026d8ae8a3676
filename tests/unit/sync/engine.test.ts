import { describe, expect, test } from "vitest";
import type { Store } from "#store/store.ts";
import { toInstant } from "#domain/instant.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { recordToWire } from "#protocol/sync-answer.ts";
import { startEngine } from "#sync/engine.ts";
import { enrolTestDevice, testArea, testTeam } from "../../support/device.ts";
import { clientState } from "../../support/records.ts";
import { expectOk } from "../../support/result.ts";
import { type Answer, makeScriptedTransport } from "./scripted-transport.ts";

const idle: Answer = {
  lines: [
    {
      h: 1,
      p: 1,
      minp: 1,
      now: 1_800_000_000_000,
      ack: {},
      scopes: { [testTeam]: ["team", "adviser"], [testArea]: ["area", "adviser"] },
      echo: [],
    },
    { end: 1, more: false },
  ],
};

/** Tasks for later, run by hand. */
const makeTimers = () => {
  const tasks = new Map<() => void, number>();
  return {
    tasks,
    later: (task: () => void, delayMs: number) => {
      tasks.set(task, delayMs);
      return () => tasks.delete(task);
    },
    ring() {
      const due = [...tasks.keys()];
      tasks.clear();
      for (const task of due) task();
    },
  };
};

const makeRunning = async (answer: (store: Store) => Answer | Promise<Answer>) => {
  const { store, platform } = await enrolTestDevice();
  const timers = makeTimers();
  const defects: unknown[] = [];
  const transport = makeScriptedTransport(() => answer(store));
  const engine = startEngine({
    store,
    transport,
    clock: platform.clock,
    chance: platform.chance,
    later: timers.later,
    isVisible: () => true,
    onDefect: (error) => defects.push(error),
  });
  const until = (kind: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (engine.status().kind !== kind) return;
        stop();
        resolve();
      };
      const stop = engine.subscribe(look);
      look();
    });
  return { store, engine, timers, defects, transport, until };
};

const writeOne = async (store: Store) => {
  const record = store.newRecordId();
  const fields = { name: "Veikko" };
  expectOk(await store.write([{ verb: "new", record, kind: "client", home: testTeam, fields }]));
};

describe("the engine", () => {
  test("exchanges at the start and a moment after every write, once for several", async () => {
    const { store, engine, timers, transport, until } = await makeRunning(() => idle);
    await until("settled");
    expect(transport.requests).toHaveLength(1);
    await writeOne(store);
    await writeOne(store);
    expect([...timers.tasks.values()].filter((delay) => delay === 1_500)).toHaveLength(1);
    timers.ring();
    await until("settled");
    expect(transport.requests[1]?.ops).toHaveLength(2);
    engine.close();
  });

  test("outlives a defect: it tells of it once, waits with a reason, and tries again", async () => {
    let isBroken = true;
    const { engine, timers, defects, until } = await makeRunning(() => {
      if (isBroken) throw new TypeError("a broken invariant");
      return idle;
    });
    await until("waiting");
    expect(engine.status()).toMatchObject({ kind: "waiting", reason: "storage.lost" });
    expect(defects).toEqual([new TypeError("a broken invariant")]);
    isBroken = false;
    timers.ring();
    await until("settled");
    expect(defects).toHaveLength(1);
    engine.close();
  });

  test("asks an endpoint that does not take its word ever more rarely, at most every 5 min", async () => {
    const turned: Answer = { code: "assertion.invalid", endpointNow: toInstant(0) };
    const { engine, timers, until } = await makeRunning(() => turned);
    const pauses: number[] = [];
    for (let failure = 1; failure <= 12; failure += 1) {
      await until("waiting");
      pauses.push(...timers.tasks.values());
      timers.ring();
    }
    expect(pauses).toHaveLength(12);
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(500);
      expect(pause).toBeLessThanOrEqual(Math.min(2_000 * 2 ** index, 300_000));
    }
    expect(Math.max(...pauses)).toBeGreaterThan(30_000);
    engine.close();
  });

  test("takes news without a request, and asks for those that leave a gap", async () => {
    const brought: Answer = {
      lines: [
        idle.lines[0] ?? {},
        { s: testTeam, reset: 1, c: ["e", 4] },
        { s: testTeam, resetEnd: 1, c: ["e", 4] },
        { end: 1, more: false },
      ],
    };
    let answer = brought;
    const { store, engine, transport, until } = await makeRunning(() => answer);
    await until("settled");
    answer = idle;
    const news = (after: number, name: string) => {
      const record = recordToWire(clientState(testTeam, name));
      return JSON.stringify({ a: after, s: testTeam, put: [record], c: ["e", after + 1] });
    };
    const names = () =>
      [...store.ledger.all(clientKind).values()].map(({ values }) => values.name).sort();
    engine.hear(news(4, "Kanerva"));
    await until("settled");
    expect([names(), transport.requests.length]).toEqual([["Kanerva"], 1]);
    engine.hear(news(6, "Metsätähti"));
    await until("settled");
    expect([names(), transport.requests.length]).toEqual([["Kanerva"], 2]);
    // Whatever else wants an exchange gets one, news or not.
    engine.want("person");
    engine.hear(news(5, "Suopursu"));
    await until("settled");
    expect([names(), transport.requests.length]).toEqual([["Kanerva", "Suopursu"], 3]);
    engine.close();
    engine.hear(news(6, "Pihlaja"));
    await engine.ended;
    expect(names()).toEqual(["Kanerva", "Suopursu"]);
  });

  test("is not brought to rest by news when an exchange has failed: what that was for is still to do", async () => {
    let answer: Answer = {
      lines: [
        idle.lines[0] ?? {},
        { s: testTeam, reset: 1, c: ["e", 4] },
        { s: testTeam, resetEnd: 1, c: ["e", 4] },
        { end: 1, more: false },
      ],
    };
    const { engine, transport, until } = await makeRunning(() => answer);
    await until("settled");
    answer = { code: "network.cut" };
    engine.want("person");
    await until("waiting");
    answer = idle;
    const record = recordToWire(clientState(testTeam, "Kanerva"));
    engine.hear(JSON.stringify({ a: 4, s: testTeam, put: [record], c: ["e", 5] }));
    await until("settled");
    expect(transport.requests).toHaveLength(3);
    engine.close();
  });

  test("goes on when a listener breaks", async () => {
    const { engine, defects, until, timers } = await makeRunning(() => idle);
    await until("settled");
    engine.subscribe(() => {
      throw new Error("a screen broke");
    });
    timers.ring();
    await until("settled");
    expect(defects.length).toBeGreaterThan(0);
    engine.close();
  });

  test("has ended only when the exchange under way has", async () => {
    let answer: (given: Answer) => void = () => undefined;
    const { store, engine } = await makeRunning(
      () => new Promise<Answer>((resolve) => (answer = resolve)),
    );
    const order: string[] = [];
    const ended = engine.ended.then(() => order.push("ended"));
    await writeOne(store);
    engine.close();
    await store.drafts.clear("none");
    order.push("answered");
    answer(idle);
    await ended;
    expect(order).toEqual(["answered", "ended"]);
    expect(store.exchange.last()).toBeNull();
  });

  test("ends at once when nothing runs, and starts nothing any more", async () => {
    const { store, engine, timers, transport, until } = await makeRunning(() => idle);
    await until("settled");
    await store.drafts.clear("none");
    engine.close();
    await engine.ended;
    engine.want("person");
    timers.ring();
    expect(transport.requests).toHaveLength(1);
  });

  test("meets a locked store without a word", async () => {
    const { engine, defects, until } = await makeRunning((store) => {
      store.lock();
      return idle;
    });
    await until("waiting");
    engine.close();
    await engine.ended;
    expect(defects).toEqual([]);
  });
});
