import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { fail, ok, type Result } from "#domain/result.ts";
import { commands, help } from "./commands/all.ts";
import type { Command, CommandOptions } from "./commands/command.ts";
import { type Config, publicOrigin, readConfig } from "./config.ts";
import { openDatabase, tellPlace } from "./database/open.ts";
import { tellStartFailure } from "./start-failure.ts";
import { makeSystemChance } from "./system-chance.ts";
import { makeSystemClock } from "./system-clock.ts";

/** Runs what the arguments say, and gives back what to print or one line about what is wrong. */
const run = async ([name, ...rest]: readonly string[]): Promise<Result<string, string>> => {
  if (name === undefined || name === "help" || name === "--help") return ok(help());
  const command = commands.get(name);
  if (command === undefined) return fail("There is no such command. See: npm run katve -- --help");
  const options = readOptions(command, rest);
  if (!options.ok) return options;
  const config = readConfig(process.env);
  if (!config.ok) return fail(tellStartFailure(config.failure, ""));
  return runOn(config.value, command, options.value);
};

const readOptions = (command: Command, args: readonly string[]): Result<CommandOptions, string> => {
  try {
    return ok(parseArgs({ args: [...args], options: command.options }).values);
  } catch {
    return fail(`It goes like this: npm run katve -- ${command.usage}`);
  }
};

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
    return await command.run(
      {
        database: database.value,
        clock: makeSystemClock(),
        chance: makeSystemChance(),
        origin: publicOrigin(config),
      },
      options,
    );
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
