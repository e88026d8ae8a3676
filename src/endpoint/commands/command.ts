import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { Clock } from "#domain/instant.ts";
import type { Result } from "#domain/result.ts";
import type { Config } from "../config.ts";
import type { Schema } from "../database/schema.ts";

/** What a command works with. It may run while the endpoint does, on the same database. */
export type CommandContext = {
  readonly database: Kysely<Schema>;
  readonly clock: Clock;
  readonly chance: Chance;
  /** Where people find the endpoint. */
  readonly origin: string;
  /** Where the data are. */
  readonly config: Pick<Config, "dataFolder" | "databaseUrl" | "erasureKey">;
};

/** The options a command was given, by name: text, or true for one without a value. */
export type CommandOptions = { readonly [option: string]: string | boolean | undefined };

/**
 * A command of `npm run katve -- …`: what it takes and what it is for, and what it does. `run` gives back what to print,
 * or one line about what is wrong.
 */
export type Command = CommandOf<CommandContext>;

/** A command that deals with the data as files and opens no database before it runs. */
export type DataCommand = CommandOf<DataContext>;

/** What such a command works with. */
export type DataContext = Omit<CommandContext, "database">;

type CommandOf<Context> = {
  readonly usage: string;
  readonly summary: string;
  /** What whoever is about to use it should know beside that: whole lines. */
  readonly details?: string;
  /** What it is told without an option, such as `FILE`: handed to `run` among the options, by this name. */
  readonly operand?: string;
  readonly options: { readonly [option: string]: { readonly type: "string" | "boolean" } };
  readonly run: (context: Context, options: CommandOptions) => Promise<Result<string, string>>;
};
