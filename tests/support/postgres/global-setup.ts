import type { TestProject } from "vitest/node";
import { migrate } from "#endpoint/database/migrate.ts";
import { openPostgres } from "#endpoint/database/postgres.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { ask } from "./ask.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the test server's own database, and the name of the one that has our tables and nothing in them. */
    readonly postgres: { readonly url: string; readonly template: string };
  }
}

const template = "with_tables";
let cluster: Cluster | undefined;

/** Starts the PostgreSQL server that the tests of this run share, each in a database of its own. */
export const setup = async (project: TestProject): Promise<void> => {
  cluster = await startCluster();
  const url = cluster.url("postgres");
  await ask(url, `create database ${template}`);
  const database = openPostgres(cluster.url(template), () => undefined);
  const migrated = await migrate(database);
  await database.destroy();
  if (!migrated.ok) throw new Error("an empty database is not newer");
  project.provide("postgres", { url, template });
};

export const teardown = async (): Promise<void> => {
  await cluster?.stop();
};
