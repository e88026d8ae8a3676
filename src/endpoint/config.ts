import { fail, ok, type Result } from "#domain/result.ts";

/** What the environment tells the endpoint. */
export type Config = {
  /** The port to listen on, 0–65535; 0 takes any free one. `PORT`, usually 8787. */
  readonly port: number;
  /** The address to listen on. `HOST`, usually 127.0.0.1: this machine alone, others by way of a proxy that speaks TLS. */
  readonly host: string;
  /** The folder of the SQLite database. `KATVE_DATA`, usually `data`. */
  readonly dataFolder: string;
  /** The address of a PostgreSQL database. `DATABASE_URL`; `null`: there is none, and SQLite serves. It may hold a password. */
  readonly databaseUrl: string | null;
  /** The public origin, such as `https://katve.example.fi`. `KATVE_ORIGIN`; `null`: people come by localhost. */
  readonly origin: string | null;
  /** The key under which erased records are remembered. `KATVE_ERASURE_KEY`; `null`: one in the data folder. */
  readonly erasureKey: string | null;
};

/** A setting that cannot be, and what it should be, in words for the person who set it. */
export type ConfigFailure = {
  readonly code: "config.invalid";
  readonly setting: string;
  readonly expected: string;
};

type Environment = { readonly [name: string]: string | undefined };

/** Reads the configuration. A setting that is missing or empty has its usual value. */
export const readConfig = (environment: Environment): Result<Config, ConfigFailure> => {
  const setting = (name: string, usual: string): string => environment[name]?.trim() || usual;
  const port = setting("PORT", "8787");
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return invalid("PORT", "a number from 0 to 65535");
  }
  const origin = setting("KATVE_ORIGIN", "");
  if (origin !== "" && !isOrigin(origin)) {
    return invalid("KATVE_ORIGIN", "an origin without a path, such as https://katve.example.fi");
  }
  const databaseUrl = setting("DATABASE_URL", "");
  if (databaseUrl !== "" && !isPostgresUrl(databaseUrl)) {
    return invalid("DATABASE_URL", "an address such as postgresql://katve@localhost/katve");
  }
  return ok({
    port: Number(port),
    host: setting("HOST", "127.0.0.1"),
    dataFolder: setting("KATVE_DATA", "data"),
    databaseUrl: databaseUrl === "" ? null : databaseUrl,
    origin: origin === "" ? null : origin,
    erasureKey: setting("KATVE_ERASURE_KEY", "") || null,
  });
};

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;

/** It names a database; everything else of it may be left to the usual settings. */
const isPostgresUrl = (text: string): boolean =>
  URL.canParse(text) &&
  /^postgres(?:ql)?:\/\//.test(text) &&
  /^\/[^/]+$/.test(new URL(text).pathname);

const invalid = (setting: string, expected: string): Result<Config, ConfigFailure> =>
  fail({ code: "config.invalid", setting, expected });

/** Where people find the endpoint: its public origin, or this machine. */
export const publicOrigin = ({ origin, port }: Pick<Config, "origin" | "port">): string =>
  origin ?? `http://localhost:${port}`;
