import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { addMs, dayMs, hourMs, minuteMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { commands } from "#endpoint/commands/all.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { openDatabase } from "#endpoint/database/open.ts";
import { eraseAgain } from "#endpoint/lifetime/erase.ts";
import { readErased } from "#endpoint/lifetime/erasure-key.ts";
import { purge } from "#endpoint/lifetime/purge.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { restoreData, takeData } from "../support/endpoint/old-data.ts";
import { temporaryFolder } from "../support/endpoint/run-endpoint.ts";
import { makeTestPlatform } from "../support/platform.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone } from "./support/phone.ts";
import { dumpOf, plain } from "./support/plain-disk.ts";

/** A word that is nowhere else: wherever it is found, something was not erased. */
const token = "Kuutamokissa";

/** Every row of the endpoint, as text. */
const rowsOf = async (database: Kysely<Schema>): Promise<string> => {
  const tables = await database.introspection.getTables();
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await database
      .selectFrom(name as keyof Schema)
      .selectAll()
      .execute();
    parts.push(JSON.stringify(rows));
  }
  return parts.join("\n");
};

const erase = async (
  endpoint: TestEndpoint,
  dataFolder: string,
  record: RecordId,
  options: object = {},
) => {
  const config = { ...endpoint.config, dataFolder };
  const context = { ...endpoint, origin: "http://localhost:8787", config };
  const outcome = await commands.get("erase")?.run(context, { RECORD: record, ...options });
  if (outcome?.ok !== true) throw new Error("it was not erased");
  return outcome.value;
};

/** A client with the token in every place that can hold one: on the endpoint and on two phones. */
const planted = async (endpoint: TestEndpoint) => {
  const platformOf = (seed: number) => plain(makeTestPlatform(seed, endpoint.clock));
  const one = await enrolPhone(endpoint, 1, { platform: platformOf(1) });
  const other = await enrolPhone(endpoint, 2, { platform: platformOf(2) });
  for (let nth = 0; nth < 20; nth += 1) await one.addClient(`muu ${nth}`);
  const client = await one.addClient(`Veikko ${token}`, `Eka ${token}.`);
  await one.exchange();
  await other.exchange();
  await one.setText(client, "note", `Eka ${token}. Toka ${token}.`);
  await one.setField(client, "name", `${token} yksi`);
  await other.setField(client, "name", `${token} kaksi`);
  const appointment = one.store().newRecordId();
  const fields = { client, note: `tavataan ${token}` };
  expectOk(
    await one
      .store()
      .write([{ verb: "new", record: appointment, kind: "appointment", home: one.team(), fields }]),
  );
  for (const phone of [one, other, one]) await phone.exchange();
  // Unsent, refused, and half written.
  await other.setText(appointment, "note", `lähettämättä ${token}`);
  expectOk(await other.store().drafts.save("booking", { client, note: token }));
  expectOk(await other.store().drafts.save(`appointment.${appointment}`, { note: token }));
  expectOk(await other.store().drafts.save("muu", { note: "jää" }));
  return { one, other, client, appointment };
};

describe.each(dialects)("an erasure on $name", (dialect) => {
  test("leaves nothing on the endpoint, in its feeds or on the devices, and leaves all else", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const folder = await temporaryFolder();
    const { one, other, client } = await planted(endpoint);
    for (const phone of [one, other]) expect(await dumpOf(phone)).toContain(token);
    const counted = await erase(endpoint, folder, client, { "dry-run": true });
    expect(counted).toMatch(/records +3\n/);
    expect(await rowsOf(endpoint.database)).toContain(token);
    expect(await readdir(folder)).toEqual([]);
    await erase(endpoint, folder, client);
    expect(await rowsOf(endpoint.database)).not.toContain(token);
    for (const phone of [one, other]) {
      await phone.exchange();
      expect(await dumpOf(phone)).not.toContain(token);
      expect(phone.store().ledger.get(clientKind, client)).toBeUndefined();
      expect(phone.store().ledger.all(clientKind).size).toBe(20);
      expect(phone.store().ledger.unsentSaves()).toBe(0);
      await phone.restart();
      expect(phone.store().ledger.all(clientKind).size).toBe(20);
    }
    expect(other.store().drafts.read("booking")).toBeNull();
    expect(other.store().drafts.read("muu")).toEqual({ note: "jää" });
  });

  test("is heard of by a phone that was away for longer than anything else is remembered", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { other, client } = await planted(endpoint);
    await erase(endpoint, await temporaryFolder(), client);
    endpoint.clock.advance(200 * dayMs);
    await purge(endpoint.database, endpoint.clock.now());
    await other.exchange();
    expect(await dumpOf(other)).not.toContain(token);
  });

  test("gives back the times it takes up", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const book = async (client: RecordId) => {
      const store = one.store();
      const record = store.newRecordId();
      const start = addMs(endpoint.clock.now(), dayMs);
      const slot = { start, end: addMs(start, hourMs), place: null, adviser: one.member };
      const fields = { client, slot };
      const home = one.team();
      expectOk(await store.write([{ verb: "new", record, kind: "appointment", home, fields }]));
      await one.exchange();
      return () => store.ledger.get(appointmentKind, record)?.values.promise?.state;
    };
    const first = await one.addClient("Veikko");
    const held = await book(first);
    const waiting = await book(await one.addClient("Tuula"));
    expect([held(), waiting()]).toEqual(["held", "clash"]);
    await erase(endpoint, await temporaryFolder(), first);
    await one.exchange();
    expect([held(), waiting()]).toEqual([undefined, "held"]);
  });

  test("refuses whatever is still brought for the record or about it, and keeps none of it", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { one, other, client } = await planted(endpoint);
    const record = one.store().newRecordId();
    const fields = { client, note: `uusi aika, ${token}` };
    expectOk(
      await one
        .store()
        .write([{ verb: "new", record, kind: "appointment", home: one.team(), fields }]),
    );
    await one.setText(record, "note", `uusi aika, vielä ${token}`);
    await erase(endpoint, await temporaryFolder(), client);
    for (const phone of [one, other]) {
      await phone.exchange();
      expect(await dumpOf(phone)).not.toContain(token);
      expect(expectOk(await phone.store().tray.read())).toEqual([]);
    }
    expect(await rowsOf(endpoint.database)).not.toContain(token);
    const [{ refusals } = { refusals: 0 }] = await endpoint.database
      .selectFrom("applied")
      .select((row) => row.fn.countAll<number>().as("refusals"))
      .where("ack", "=", "r:edit.erased")
      .execute();
    expect(refusals).toBeGreaterThan(0);
  });

  test("is repeated after an older backup is restored, and devices bring nothing back", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const folder = await temporaryFolder();
    const { one, other, client } = await planted(endpoint);
    const backup = await takeData(endpoint.database);
    await erase(endpoint, folder, client);
    await one.exchange();
    endpoint.clock.advance(minuteMs);
    await restoreData(endpoint, backup);
    expect(await rowsOf(endpoint.database)).toContain(token);
    const again = { key: endpoint.config.erasureKey, now: endpoint.clock.now() };
    expect(await eraseAgain(endpoint.database, readErased(folder), again)).toBe(3);
    expect(await rowsOf(endpoint.database)).not.toContain(token);
    for (const phone of [one, other, one]) await phone.exchange();
    for (const phone of [one, other]) expect(await dumpOf(phone)).not.toContain(token);
    expect(await rowsOf(endpoint.database)).not.toContain(token);
  });
});

test("an erasure leaves nothing in the file of the database and its log", async () => {
  const folder = await temporaryFolder();
  const opened = await openDatabase({ dataFolder: folder, databaseUrl: null });
  if (!opened.ok) throw new Error("it does not open");
  const endpoint = await makeEndpoint({ database: opened.value });
  const { client } = await planted(endpoint);
  const bytes = async () => {
    const names = (await readdir(folder)).filter((name) => name.startsWith("katve.sqlite"));
    return (await Promise.all(names.map((name) => readFile(join(folder, name), "latin1")))).join(
      "",
    );
  };
  expect(await bytes()).toContain(token);
  await erase(endpoint, folder, client);
  expect(await bytes()).not.toContain(token);
  await endpoint.close();
});
