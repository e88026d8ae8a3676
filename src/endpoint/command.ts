import { existsSync } from "node:fs";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Command, CommandOptions } from "./commands/command.ts";
import { type Asked, readArguments } from "./commands/read-arguments.ts";
import { type Config, publicOrigin, readConfig } from "./config.ts";
import { openDatabase, tellPlace } from "./database/open.ts";
import { tellStartFailure } from "./start-failure.ts";
import { makeSystemChance } from "./system-chance.ts";
import { makeSystemClock } from "./system-clock.ts";
import { orReason } from "./system-reason.ts";

type Failed = { readonly text: string; readonly status: 1 | 2 };

/** Runs what the arguments say, and gives back what to print or one line about what is wrong. */
const run = async (args: readonly string[]): Promise<Result<string, Failed>> => {
  const read = readArguments(args);
  if (!read.ok) return fail({ text: read.failure, status: 2 });
  const asked = read.value;
  if (asked.what === "words") return ok(asked.words);
  const done = await runAsked(asked);
  return done.ok ? done : fail({ text: done.failure, status: 1 });
};

const runAsked = async (
  asked: Exclude<Asked, { what: "words" }>,
): Promise<Result<string, string>> => {
  const config = readConfig(process.env);
  if (!config.ok) return fail(tellStartFailure(config.failure, ""));
  return asked.what === "data"
    ? asked.command.run(contextOf(config.value), asked.options)
    : runOn(config.value, asked.command, asked.options);
};

const contextOf = (config: Config) => ({
  config,
  clock: makeSystemClock(),
  chance: makeSystemChance(),
  origin: publicOrigin(config),
});

const runOn = async (
  config: Config,
  command: Command,
  options: CommandOptions,
): Promise<Result<string, string>> => {
  const { dataFolder, databaseUrl } = config;
  if (databaseUrl === null && !existsSync(dataFolder))
    return fail(`There are no data in ${dataFolder}: start the endpoint first.`);
  const database = await openDatabase(config);
  if (!database.ok) return fail(tellStartFailure(database.failure, tellPlace(config)));
  try {
    const context = { database: database.value, ...contextOf(config) };
    const tried = await orReason(() => command.run(context, options));
    return tried.ok ? tried.value : fail(`It was not done (${tried.failure}).`);
  } finally {
    await database.value.destroy();
  }
};

const outcome = await run(process.argv.slice(2));
if (outcome.ok) process.stdout.write(outcome.value);
else {
  process.stderr.write(`katve: ${outcome.failure.text}\n`);
  process.exitCode = outcome.failure.status;
}
