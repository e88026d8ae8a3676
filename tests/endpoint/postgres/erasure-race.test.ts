import { Client } from "pg";
import { expect, test } from "vitest";
import { commands } from "#endpoint/commands/all.ts";
import { openPostgres } from "#endpoint/database/postgres.ts";
import { enrolledDevice, makeEdits } from "../../support/endpoint/device.ts";
import { makeEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { temporaryFolder } from "../../support/endpoint/run-endpoint.ts";
import { ask } from "../../support/postgres/ask.ts";
import { ownDatabase } from "../../support/postgres/own-database.ts";

/** Waits until that many transactions on the database wait for others. */
const untilWaiting = async (url: string, count: number): Promise<void> => {
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  for (let n = 0; n < count;) [{ n = 0 } = {}] = await ask<{ n: number }>(url, waiting);
};

test("an appointment that is made while its client is erased goes as well", async () => {
  const url = await ownDatabase("tables");
  const endpoint = await makeEndpoint({ database: openPostgres(url, () => undefined) });
  const device = await enrolledDevice(endpoint);
  const edits = makeEdits(endpoint);
  const client = edits.create("client", { name: "Kanerva" });
  await device.push(client);
  const config = { ...endpoint.config, databaseUrl: url, dataFolder: await temporaryFolder() };
  const context = { ...endpoint, origin: "http://localhost:8787", config };
  // Keeps the push in its last step, with everything written and nothing to be seen yet.
  const holder = new Client({ connectionString: url });
  await holder.connect();
  await holder.query("begin");
  await holder.query("update scope set seq = seq");
  const pushing = device.push(edits.create("appointment", { client: client.record, note: "" }));
  await untilWaiting(url, 1);
  const erasing = commands.get("erase")?.run(context, { RECORD: client.record });
  await untilWaiting(url, 2);
  await holder.query("commit");
  await holder.end();
  await pushing;
  expect(await erasing).toMatchObject({ ok: true });
  const left = endpoint.database.selectFrom("entity").select("id");
  expect(await left.where("kind", "in", ["client", "appointment"]).execute()).toEqual([]);
  expect(endpoint.log.filter((line) => line.includes("defect"))).toEqual([]);
  await endpoint.close();
});
