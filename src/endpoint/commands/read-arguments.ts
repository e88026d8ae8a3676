import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fail, ok, type Result } from "#domain/result.ts";
import { commands, dataCommands } from "./all.ts";
import type { Command, CommandOptions, DataCommand } from "./command.ts";
import { help, helpOf } from "./help.ts";

/** What somebody asked for: words about the program, or a command with its options. */
export type Asked =
  | { readonly what: "words"; readonly words: string }
  | { readonly what: "command"; readonly command: Command; readonly options: CommandOptions }
  | { readonly what: "data"; readonly command: DataCommand; readonly options: CommandOptions };

const helpWords: readonly (string | undefined)[] = ["help", "--help", "-h"];
const versionWords: readonly (string | undefined)[] = ["version", "--version", "-V"];

/** Reads the arguments of `npm run katve -- …`. Fails with what is wrong with them, and how it goes. */
export const readArguments = ([name, ...rest]: readonly string[]): Result<Asked, string> => {
  const [operand] = rest;
  if (name === undefined || (helpWords.includes(name) && operand === undefined))
    return words(help());
  if (versionWords.includes(name)) return words(`katve ${version()}\n`);
  const wanted = helpWords.includes(name) ? (operand ?? "") : name;
  const command = commands.get(wanted);
  const dataCommand = dataCommands.get(wanted);
  const asked = command ?? dataCommand;
  if (asked === undefined) {
    const close = [...commands.keys(), ...dataCommands.keys()].join(", ");
    return fail(`There is no command ${wanted}, only ${close}. See: npm run katve -- help`);
  }
  if (wanted !== name || rest.some((arg) => helpWords.includes(arg) && arg !== "help"))
    return words(helpOf(asked));
  const options = readOptions(name, asked, rest);
  if (!options.ok) return options;
  return command === undefined
    ? ok({ what: "data", command: asked as DataCommand, options: options.value })
    : ok({ what: "command", command, options: options.value });
};

const words = (text: string): Result<Asked, never> => ok({ what: "words", words: text });

const version = (): string => {
  const file = join(import.meta.dirname, "../../../package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
};

const readOptions = (
  name: string,
  { usage, options, operand }: Command | DataCommand,
  args: readonly string[],
): Result<CommandOptions, string> => {
  const refused = (why: string) => fail(`${why} It goes like this: npm run katve -- ${usage}`);
  try {
    const { values, positionals } = parseArgs({
      args: withJoinedIds(args, options),
      options,
      allowPositionals: true,
    });
    const [first, second] = operand === undefined ? [undefined, ...positionals] : positionals;
    if (second !== undefined) return refused(`${name} does not take "${second}".`);
    return ok(operand === undefined ? values : { ...values, [operand]: first || undefined });
  } catch (cause) {
    return refused(whyRefused(name, cause));
  }
};

/** Node's own words go on about how to write what nobody meant (its documentation, "util.parseArgs", tells the codes). */
const whyRefused = (name: string, cause: unknown): string => {
  if (!(cause instanceof Error) || !("code" in cause)) throw cause;
  const [, option = ""] = /'(?:-\w, )?(-[^' ]*)/.exec(cause.message) ?? [];
  if (cause.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `${name} has no option ${option}.`;
  if (cause.code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw cause;
  return cause.message.includes("does not take")
    ? `${option} takes no value.`
    : `${option} wants a value.`;
};

/** An id that begins with a hyphen, as one in 64 does, would be taken for options. */
const withJoinedIds = (args: readonly string[], options: Command["options"]): string[] => {
  const joined: string[] = [];
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const operands: string[] = [];
  for (const arg of args.slice(0, end)) {
    const before = joined.at(-1) ?? "";
    const isId = /^-[\w-]{21}$/.test(arg);
    const isValue = before.startsWith("--") && options[before.slice(2)]?.type === "string";
    if (isId && isValue) joined.splice(-1, 1, `${before}=${arg}`);
    else if (isId) operands.push(arg);
    else joined.push(arg);
  }
  return [...joined, "--", ...operands, ...args.slice(end + 1)];
};
