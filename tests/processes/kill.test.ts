import { expect, onTestFinished, test, vi } from "vitest";
import { openPostgres } from "#endpoint/database/postgres.ts";
import { makeSystemChance } from "#endpoint/system-chance.ts";
import { makeSystemClock } from "#endpoint/system-clock.ts";
import { ask } from "../support/postgres/ask.ts";
import { startCluster } from "../support/postgres/cluster.ts";
import { makeField } from "./field.ts";
import { startFleet } from "./fleet.ts";
import { countAppliedUnheard, judge, watchNumbers } from "./judge.ts";
import { killByTurns } from "./killer.ts";
import { makeWriter } from "./writer.ts";

const processCount = 4;
const writerCount = 16;
const durationMs = 60_000;
const killEveryMs = 2_500;

/** A database on a server that writes as a real one does. */
const durableDatabase = async (): Promise<string> => {
  const cluster = await startCluster({ isDurable: true });
  onTestFinished(() => cluster.stop());
  await ask(cluster.url("postgres"), "create database katve");
  return cluster.url("katve");
};

/** Until the server has counted everything: it adds a connection's figures when that ends. */
const untilOthersLeft = (url: string) =>
  vi.waitFor(
    async () => {
      const others = "pid <> pg_backend_pid() and application_name like 'katve%'";
      expect(await ask(url, `select pid from pg_stat_activity where ${others}`)).toEqual([]);
    },
    { timeout: 10_000 },
  );

test(
  "four processes that are killed in turn for a minute lose nothing of sixteen writers, and do nothing twice",
  { timeout: 300_000 },
  async () => {
    const url = await durableDatabase();
    const fleet = await startFleet(processCount, url);
    const database = openPostgres(url, () => undefined);
    onTestFinished(() => database.destroy());
    const given = { clock: makeSystemClock(), chance: makeSystemChance() };
    const { field, devices } = await makeField(database, fleet, given, writerCount);
    await watchNumbers(database);
    const writers = devices.map((device, turn) => makeWriter(device, given, field, turn));

    const end = given.clock.now() + durationMs;
    const isGoing = () => given.clock.now() < end;
    const [kills] = await Promise.all([
      killByTurns(fleet, killEveryMs, isGoing),
      ...writers.map((writer) => writer.write(isGoing)),
    ]);
    await Promise.all(writers.map((writer) => writer.catchUp()));
    const appliedUnheard = await countAppliedUnheard(database, writers);
    await fleet.close();
    await database.destroy();
    await untilOthersLeft(url);

    const judging = openPostgres(url, () => undefined);
    onTestFinished(() => judging.destroy());
    const faults = await judge(judging, writers);
    const sumOf = (figure: (writer: (typeof writers)[number]) => number) =>
      writers.reduce((sum, writer) => sum + figure(writer), 0);
    const figures = {
      kills,
      edits: sumOf(({ made }) => made.size),
      rowsSeen: sumOf(({ seen }) => seen.size),
      lostAnswers: sumOf(({ lostAnswers }) => lostAnswers),
      resentEdits: sumOf(({ resentAt }) => resentAt.size),
      appliedUnheard,
    };
    process.stdout.write(`${JSON.stringify({ ...figures, ...faults })}\n`);
    expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((name) => [name, 0])));
    expect(figures.kills).toBeGreaterThanOrEqual(8);
    expect(figures.edits).toBeGreaterThan(1_000);
    expect(figures.resentEdits).toBeGreaterThan(0);
  },
);
