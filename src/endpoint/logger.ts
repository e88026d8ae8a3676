import type { Clock } from "#domain/instant.ts";

/** Facts of a log line: numbers, and words from the program itself. Nothing a person wrote and no id ever goes into one. */
export type LogFacts = { readonly [name: string]: string | number };

/** Writes what happened, for the people who keep the endpoint running. */
export type Logger = {
  info(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
};

/** A logger that writes one line an event: time (UTC), level, event, facts as `name=value`. `write` gets whole lines. */
export const makeLogger = (clock: Clock, write: (line: string) => void): Logger => {
  const log = (level: string, event: string, facts: LogFacts = {}) => {
    const told = Object.entries(facts).map(([name, value]) => ` ${name}=${encode(value)}`);
    write(`${new Date(clock.now()).toISOString()} ${level} ${event}${told.join("")}\n`);
  };
  return {
    info: (event, facts) => log("info", event, facts),
    error: (event, facts) => log("error", event, facts),
  };
};

const encode = (value: string | number): string =>
  typeof value === "number" || /^[\w./:-]+$/.test(value) ? String(value) : JSON.stringify(value);

/**
 * What may be told of a defect: its name and where in the program it arose. Its message stays out, for a message may
 * quote what somebody wrote.
 */
export const defectFacts = (defect: unknown): LogFacts => {
  if (!(defect instanceof Error)) return { name: typeof defect };
  const frames = (defect.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const own = frames.filter((frame) => !/node_modules|node:internal/.test(frame));
  const code = "code" in defect && typeof defect.code === "string" ? { code: defect.code } : {};
  return {
    name: defect.name,
    ...code,
    at: (own.length > 0 ? own : frames)
      .slice(0, 6)
      .map((line) => line.trim())
      .join(" < "),
  };
};
