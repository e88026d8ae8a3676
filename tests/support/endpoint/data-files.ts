import { dataCommands } from "#endpoint/commands/all.ts";
import type { CommandOptions } from "#endpoint/commands/command.ts";
import { openDatabase } from "#endpoint/database/open.ts";
import { firstStart } from "#endpoint/starter/first-start.ts";
import { makeSeededChance, makeTestClock } from "../platform.ts";
import { temporaryFolder } from "./run-endpoint.ts";

/** The time and the chance that these go by. */
export const clock = makeTestClock();
const chance = makeSeededChance(1);

/** Opens the data of a folder, for `use` and no longer. */
export const onData = async <T>(
  folder: string,
  use: (database: Parameters<typeof firstStart>[0]) => Promise<T>,
): Promise<T> => {
  const opened = await openDatabase({ dataFolder: folder, databaseUrl: null });
  if (!opened.ok) throw new Error("it does not open");
  try {
    return await use(opened.value);
  } finally {
    await opened.value.destroy();
  }
};

/** A folder with the data of an installation that nobody has joined yet. */
export const filledFolder = async (): Promise<string> => {
  const folder = await temporaryFolder();
  await onData(folder, (database) => firstStart(database, chance, clock.now()));
  return folder;
};

/** Runs a command in this process. */
export const katve = async (
  dataFolder: string,
  name: "backup" | "restore",
  file: string,
  options: CommandOptions = {},
) => {
  const command = dataCommands.get(name);
  if (command === undefined) throw new Error("there is no such command");
  const config = { dataFolder, erasureKey: null, databaseUrl: null };
  const context = { clock, chance, origin: "http://localhost:8787", config };
  const outcome = await command.run(context, { ...options, FILE: file });
  return outcome.ok ? outcome.value : outcome.failure;
};
