import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { fail, ok, type Result } from "#domain/result.ts";
import { commands, dataCommands, help } from "./commands/all.ts";
import type { Command, CommandOptions, DataCommand } from "./commands/command.ts";
import { type Config, publicOrigin, readConfig } from "./config.ts";
import { openDatabase, tellPlace } from "./database/open.ts";
import { tellStartFailure } from "./start-failure.ts";
import { makeSystemChance } from "./system-chance.ts";
import { makeSystemClock } from "./system-clock.ts";
import { orReason } from "./system-reason.ts";

/** Runs what the arguments say, and gives back what to print or one line about what is wrong. */
const run = async ([name, ...rest]: readonly string[]): Promise<Result<string, string>> => {
  if (name === undefined || name === "help" || name === "--help") return ok(help());
  const command = commands.get(name);
  const dataCommand = dataCommands.get(name);
  const asked = command ?? dataCommand;
  if (asked === undefined) return fail("There is no such command. See: npm run katve -- --help");
  const options = readOptions(asked, rest);
  if (!options.ok) return options;
  const config = readConfig(process.env);
  if (!config.ok) return fail(tellStartFailure(config.failure, ""));
  if (command !== undefined) return runOn(config.value, command, options.value);
  return dataCommand === undefined
    ? fail(help())
    : dataCommand.run(contextOf(config.value), options.value);
};

const readOptions = (
  { usage, options, operand }: Command | DataCommand,
  args: readonly string[],
): Result<CommandOptions, string> => {
  try {
    const { values, positionals } = parseArgs({
      args: withJoinedIds(args, options),
      options,
      allowPositionals: operand !== undefined,
    });
    if (positionals.length > 1) throw new TypeError("one operand at most");
    return ok(
      operand === undefined ? values : { ...values, [operand]: positionals[0] || undefined },
    );
  } catch {
    return fail(`It goes like this: npm run katve -- ${usage}`);
  }
};

/** An id that begins with a hyphen, as one in 64 does, would be taken for options: it is joined to the option before it. */
const withJoinedIds = (args: readonly string[], options: Command["options"]): string[] => {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1) ?? "";
    const isValue = before.startsWith("--") && options[before.slice(2)]?.type === "string";
    if (isValue && /^-[\w-]{21}$/.test(arg)) joined.splice(-1, 1, `${before}=${arg}`);
    else joined.push(arg);
  }
  return joined;
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
  process.stderr.write(`katve: ${outcome.failure}\n`);
  process.exitCode = 1;
}
