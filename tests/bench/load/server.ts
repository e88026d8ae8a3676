import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { openDatabase } from "#endpoint/database/open.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { type EndpointProcess, startEndpoint } from "../endpoint.ts";
import { type Cluster, startCluster } from "../../support/postgres/cluster.ts";

/** What is measured: a database and the number of endpoint processes over it. */
export const setups = {
  sqlite: { processes: 1, hasPostgres: false },
  "postgres-1": { processes: 1, hasPostgres: true },
  "postgres-2": { processes: 2, hasPostgres: true },
} as const;
export type SetupName = keyof typeof setups;

/** A fresh database and the endpoint's processes on it. */
export type Server = {
  /** For putting people in and asking how they are: past the endpoint. */
  readonly database: Kysely<Schema>;
  readonly ports: readonly number[];
  readonly pids: { readonly endpoint: readonly number[]; readonly database: readonly number[] };
  close(): Promise<void>;
};

/** Starts a setup as it would be in use: what is answered is on the disk. */
export const startServer = async (name: SetupName): Promise<Server> => {
  const { processes, hasPostgres } = setups[name];
  const folder = await mkdtemp(join(tmpdir(), "katve-load-"));
  const cluster: Cluster | null = hasPostgres ? await startCluster({ isDurable: true }) : null;
  const databaseUrl = cluster?.url("postgres") ?? null;
  const opened = await openDatabase({ dataFolder: folder, databaseUrl });
  if (!opened.ok) throw new Error(opened.failure.code);
  const settings = {
    KATVE_DATA: folder,
    KATVE_ERASURE_KEY: "mittauksen-avain",
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
  const endpoints: EndpointProcess[] = [];
  const close = async () => {
    for (const { child } of endpoints) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    }
    await opened.value.destroy();
    await cluster?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (let nth = 0; nth < processes; nth += 1) endpoints.push(await startEndpoint(settings));
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    database: opened.value,
    ports: endpoints.map(({ port }) => port),
    pids: {
      endpoint: endpoints.flatMap(({ child }) => child.pid ?? []),
      database: cluster === null ? [] : [cluster.pid],
    },
    close,
  };
};
