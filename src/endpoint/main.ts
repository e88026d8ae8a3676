import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Kysely } from "kysely";
import { fail, ok, type Result } from "#domain/result.ts";
import { createApp } from "./app.ts";
import { type Config, publicOrigin, readConfig } from "./config.ts";
import { alone } from "./database/alone.ts";
import { openDatabase, tellPlace } from "./database/open.ts";
import type { Schema } from "./database/schema.ts";
import { startDemo } from "./demo/start-demo.ts";
import { greet, type Started } from "./greeting.ts";
import { loadErasureKey } from "./lifetime/erasure-key.ts";
import { purgeHourly } from "./lifetime/purge-hourly.ts";
import { listen } from "./listen.ts";
import { defectFacts, makeLogger } from "./logger.ts";
import { rehearse } from "./rehearsal/rehearse.ts";
import { ruleUnruled } from "./times/rule-unruled.ts";
import { makeSharedWakeBus } from "./shared-wake-bus.ts";
import { type StartFailure, tellStartFailure } from "./start-failure.ts";
import { firstStart } from "./starter/first-start.ts";
import { makeSystemChance } from "./system-chance.ts";
import { makeSystemClock } from "./system-clock.ts";
import { makeWakeBus } from "./wake-bus.ts";

/** How long answers that are under way may take when the endpoint is told to stop, in milliseconds. */
const drainPatienceMs = 10_000;
const clientFolder = join(import.meta.dirname, "../../dist");

const clock = makeSystemClock();
const chance = makeSystemChance();

const start = async (config: Config, isDemo: boolean): Promise<Result<true, StartFailure>> => {
  const rehearsed = await rehearse(clock, chance);
  if (!rehearsed.ok) return rehearsed;
  const logger = makeLogger(clock, (line) => process.stderr.write(line));
  const onLost = (cause: unknown) => logger.error("database.lost", defectFacts(cause));
  const { databaseUrl } = config;
  const database = await openDatabase(config, onLost);
  if (!database.ok) return database;
  const wakeBus = databaseUrl === null ? makeWakeBus() : makeSharedWakeBus(databaseUrl, onLost);
  const app = createApp({
    database: database.value,
    clock,
    chance,
    wakeBus,
    logger,
    origin: config.origin,
    erasureKey: loadErasureKey(config, chance),
    clientFolder: existsSync(clientFolder) ? clientFolder : null,
  });
  const listening = await listen(app, config);
  const started = listening.ok
    ? await alone(database.value, (only) => begin(only, isDemo))
    : listening;
  const purging = started.ok ? purgeHourly({ database: database.value, clock, logger }) : null;
  let isStopping = false;
  const stop = async () => {
    // A signal often comes twice: from the terminal, and passed on by the program that started this one.
    if (isStopping) return;
    isStopping = true;
    wakeBus.close();
    if (listening.ok) await listening.value.drain(drainPatienceMs);
    await purging?.stop();
    await database.value.destroy();
  };
  if (!listening.ok || !started.ok) {
    await stop();
    return started.ok ? ok(true) : started;
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
  const origin = publicOrigin({ ...config, port: listening.value.port });
  process.stdout.write(greet(origin, started.value));
  return ok(true);
};

const begin = async (
  database: Kysely<Schema>,
  isDemo: boolean,
): Promise<Result<Started, StartFailure>> => {
  if (isDemo) {
    const codes = await startDemo(database, chance, clock.now());
    return codes.ok ? ok({ kind: "demo", codes: codes.value }) : codes;
  }
  await ruleUnruled(database, clock.now());
  const code = await firstStart(database, chance, clock.now());
  return ok(code === null ? { kind: "going" } : { kind: "first", code });
};

const readArguments = (): Result<{ readonly isDemo: boolean }, StartFailure> => {
  try {
    const { values } = parseArgs({ options: { demo: { type: "boolean", default: false } } });
    return ok({ isDemo: values.demo });
  } catch {
    const reason = "npm start takes one argument, if any: npm start -- --demo";
    return fail({ code: "arguments.invalid", reason });
  }
};

const config = readConfig(process.env);
const given = readArguments();
const outcome = !config.ok
  ? config
  : given.ok
    ? await start(config.value, given.value.isDemo)
    : given;
if (!outcome.ok) {
  const place = config.ok ? tellPlace(config.value) : "";
  process.stderr.write(`katve: ${tellStartFailure(outcome.failure, place)}\n`);
  process.exitCode = 1;
}
