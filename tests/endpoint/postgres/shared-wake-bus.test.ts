import { expect, onTestFinished, test, vi } from "vitest";
import type { ScopeId } from "#domain/ids.ts";
import { makeSharedWakeBus } from "#endpoint/shared-wake-bus.ts";
import type { Advanced, WakeBus } from "#endpoint/wake-bus.ts";
import { ask } from "../../support/postgres/ask.ts";
import { ownDatabase } from "../../support/postgres/own-database.ts";

const scopeOf = (number: number) => `scope${String(number).padStart(17, "0")}` as ScopeId;

const soon = { timeout: 4_000 };

/** A bus as one process has it, what its listener heard, and what was told of its connection. */
const busOn = (url: string) => {
  const onLost = vi.fn();
  const bus = makeSharedWakeBus(url, onLost);
  onTestFinished(() => bus.close());
  const heard: ScopeId[] = [];
  const onClose = vi.fn();
  const numbers: (number | null)[] = [];
  const onWake = async (advanced: Advanced) => {
    heard.push(...advanced.keys());
    numbers.push(...advanced.values());
  };
  bus.subscribe({ onWake, onClose });
  return { bus, heard, numbers, onLost, onClose };
};

const listening = (url: string) =>
  ask<{ pid: number }>(
    url,
    `select pid from pg_stat_activity where query = 'listen katve_wake' and datname = current_database()`,
  );

const untilListening = (url: string, count: number) =>
  vi.waitFor(async () => expect(await listening(url)).toHaveLength(count), soon);

const publish = (bus: WakeBus, ...numbers: readonly number[]): void =>
  void bus.publish(new Map(numbers.map((number) => [scopeOf(number), null])));

test("what one process publishes is heard once by its own listeners and by those of the others", async () => {
  const url = await ownDatabase("nothing");
  const [one, other] = [busOn(url), busOn(url)];
  await untilListening(url, 2);
  publish(one.bus, 1, 2);
  expect(one.heard).toEqual([scopeOf(1), scopeOf(2)]);
  await vi.waitFor(() => expect(other.heard).toEqual([scopeOf(1), scopeOf(2)]), soon);
  publish(other.bus, 3);
  await vi.waitFor(() => expect(one.heard).toEqual([1, 2, 3].map(scopeOf)), soon);
  expect(other.heard).toEqual([1, 2, 3].map(scopeOf));
});

test("more scopes than one notification holds are all heard", async () => {
  const url = await ownDatabase("nothing");
  const [one, other] = [busOn(url), busOn(url)];
  await untilListening(url, 2);
  const numbers = Array.from({ length: 1_000 }, (_, number) => number);
  publish(one.bus, ...numbers);
  await vi.waitFor(() => expect(other.heard).toHaveLength(1_000), soon);
  expect(new Set(other.heard)).toEqual(new Set(numbers.map(scopeOf)));
});

test("a connection that breaks is made anew, and what was published meanwhile is told then", async () => {
  const url = await ownDatabase("nothing");
  const one = busOn(url);
  await untilListening(url, 1);
  const [first] = await listening(url);
  const other = busOn(url);
  await untilListening(url, 2);
  await ask(url, `select pg_terminate_backend(${first?.pid}, 5000)`);
  await vi.waitFor(() => expect(one.onLost).toHaveBeenCalledTimes(1), soon);
  publish(one.bus, 4);
  expect(one.heard).toEqual([scopeOf(4)]);
  await vi.waitFor(() => expect(other.heard).toEqual([scopeOf(4)]), soon);
  publish(other.bus, 5);
  await vi.waitFor(() => expect(one.heard).toEqual([scopeOf(4), scopeOf(5)]), soon);
});

test("a bus whose database is not there still serves its own process, and can be closed", async () => {
  const { bus, heard, onLost, onClose } = busOn("postgresql://katve@127.0.0.1:1/katve");
  publish(bus, 5);
  expect(heard).toEqual([scopeOf(5)]);
  await vi.waitFor(() => expect(onLost).toHaveBeenCalled(), soon);
  bus.close();
  expect(onClose).toHaveBeenCalledTimes(1);
});

test("the number after which a scope has something new is told to the others too", async () => {
  const url = await ownDatabase("nothing");
  const [one, other] = [busOn(url), busOn(url)];
  await untilListening(url, 2);
  void one.bus.publish(
    new Map([
      [scopeOf(1), 41],
      [scopeOf(2), null],
      [scopeOf(3), 0],
    ]),
  );
  await vi.waitFor(() => expect(other.heard).toHaveLength(3), soon);
  expect(other.numbers).toEqual([41, null, 0]);
});

test("of several words about a scope that wait for the connection the first is told, after which all is new", async () => {
  const url = await ownDatabase("nothing");
  const other = busOn(url);
  await untilListening(url, 1);
  const one = busOn(url);
  // It is not connected yet.
  for (const after of [41, 42, 43]) void one.bus.publish(new Map([[scopeOf(1), after]]));
  await vi.waitFor(() => expect(other.numbers).toEqual([41]), soon);
});
