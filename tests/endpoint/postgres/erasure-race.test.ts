import { Client } from "pg";
import { expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { hourMs } from "#domain/instant.ts";
import { commands } from "#endpoint/commands/all.ts";
import { openPostgres } from "#endpoint/database/postgres.ts";
import { transact } from "#endpoint/database/transact.ts";
import { loadKind } from "#endpoint/records/entities.ts";
import { makePartner } from "#endpoint/records/partners.ts";
import { enrolledDevice, makeEdits } from "../../support/endpoint/device.ts";
import { makeEndpoint, type TestEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { temporaryFolder } from "../../support/endpoint/run-endpoint.ts";
import { ask } from "../../support/postgres/ask.ts";
import { ownDatabase } from "../../support/postgres/own-database.ts";

/** Waits until that many transactions on the database wait for others. */
const untilWaiting = async (url: string, count: number): Promise<void> => {
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  for (let n = 0; n < count;) [{ n = 0 } = {}] = await ask<{ n: number }>(url, waiting);
};

/**
 * Erases a client while a push waits in its last step, with everything written and nothing to be seen yet; returns when both
 * are done.
 */
const eraseDuring = async (
  endpoint: TestEndpoint,
  url: string,
  client: RecordId,
  push: () => Promise<unknown>,
): Promise<void> => {
  const config = { ...endpoint.config, databaseUrl: url, dataFolder: await temporaryFolder() };
  const context = { ...endpoint, origin: "http://localhost:8787", config };
  const holder = new Client({ connectionString: url });
  await holder.connect();
  await holder.query("begin");
  await holder.query("update scope set seq = seq");
  const pushing = push();
  await untilWaiting(url, 1);
  const erasing = commands.get("erase")?.run(context, { RECORD: client });
  await untilWaiting(url, 2);
  await holder.query("commit");
  await holder.end();
  await pushing;
  expect(await erasing).toMatchObject({ ok: true });
  expect(endpoint.log.filter((line) => line.includes("defect"))).toEqual([]);
};

test("an appointment that is made while its client is erased goes as well", async () => {
  const url = await ownDatabase("tables");
  await using endpoint = await makeEndpoint({ database: openPostgres(url, () => undefined) });
  const device = await enrolledDevice(endpoint);
  const edits = makeEdits(endpoint);
  const client = edits.create("client", { name: "Kanerva" });
  await device.push(client);
  const make = edits.create("appointment", { client: client.record, note: "" });
  await eraseDuring(endpoint, url, client.record, () => device.push(make));
  const left = endpoint.database.selectFrom("entity").select("id");
  expect(await left.where("kind", "in", ["client", "appointment"]).execute()).toEqual([]);
});

test("the time of an appointment that is moved while its client is erased goes to who waits for it", async () => {
  const url = await ownDatabase("tables");
  await using endpoint = await makeEndpoint({ database: openPostgres(url, () => undefined) });
  const device = await enrolledDevice(endpoint);
  const edits = makeEdits(endpoint);
  const slotAt = (hour: number) => {
    const start = endpoint.clock.now() + hour * hourMs;
    return { start, end: start + hourMs, place: null, adviser: device.member };
  };
  const client = edits.create("client", { name: "Kanerva" });
  const booked = edits.create("appointment", { client: client.record, slot: slotAt(1) });
  const waiting = edits.create("appointment", { slot: slotAt(5) });
  await device.push(client, booked, waiting);
  const moves = [booked, waiting].map(({ record }) => edits.set(record, 1, "slot", slotAt(3)));
  await eraseDuring(endpoint, url, client.record, () => device.push(...moves));
  const { records } = await device.sync();
  expect(records.get(waiting.record)?.f["promise"]).toMatchObject({ state: "held", with: [] });
});

test("an organisation that gets a referral while that is erased hears of the erasure", async () => {
  const url = await ownDatabase("tables");
  await using endpoint = await makeEndpoint({ database: openPostgres(url, () => undefined) });
  const { database, area, chance } = endpoint;
  const [organisation] = await loadKind(database, "organisation");
  if (organisation === undefined) throw new Error("the network has an organisation");
  const partner = await transact(database, (transaction) =>
    makePartner(transaction, organisation.id, area, chance),
  );
  const adviser = await enrolledDevice(endpoint);
  const instructor = await enrolledDevice(endpoint, { team: partner });
  const edits = makeEdits(endpoint);
  const made = edits.create("referral", { question: "Voisiko aloittaa pajalla?" });
  await adviser.push(made);
  const { cursors } = await instructor.sync();
  const [epoch, seq] = cursors[partner] ?? ["", 0];
  const share = edits.share(made.record, partner);
  await eraseDuring(endpoint, url, made.record, () => adviser.push(share));
  // As far as a device has come that heard of the referral in between.
  const cur = { ...cursors, [partner]: [epoch, seq + 1] as const };
  const { chunks } = await instructor.sync({ cur });
  expect(chunks).toMatchObject([{ s: partner, erase: [made.record] }]);
});
