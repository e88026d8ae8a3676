import { Client } from "pg";
import { expect, test } from "vitest";
import { commands } from "#endpoint/commands/all.ts";
import { openPostgres } from "#endpoint/database/postgres.ts";
import { enrolPhone } from "../../integration/support/phone.ts";
import { makeEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { temporaryFolder } from "../../support/endpoint/run-endpoint.ts";
import { ask } from "../../support/postgres/ask.ts";
import { ownDatabase } from "../../support/postgres/own-database.ts";

/** A word that is nowhere else. */
const token = "Kuutamokissa";

/** The tables in whose files the word is, whether in a row or in what is left of one. */
const tablesWithToken = async (url: string): Promise<string[]> => {
  await ask(url, "checkpoint");
  const found = await ask<{ relname: string }>(
    url,
    `select relname from pg_class where relkind in ('r', 't')
     and relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace)
     and position('${token}'::bytea in pg_read_binary_file(pg_relation_filepath(oid))) > 0
     order by relname`,
  );
  return found.map(({ relname }) => relname);
};

test("an erasure leaves nothing in the files of the tables, and says what the server's log keeps", async () => {
  const url = await ownDatabase("tables");
  const endpoint = await makeEndpoint({ database: openPostgres(url, () => undefined) });
  const phone = await enrolPhone(endpoint, 1);
  const client = await phone.addClient(`Veikko ${token}`, `Eka ${token}.`);
  await phone.exchange();
  await phone.setText(client, "note", `Eka ${token}. Toka ${token}.`);
  await phone.setField(client, "name", `${token} yksi`);
  await phone.exchange();
  const version = { entity_id: client, field: "note", hash: "h", body: `"${token}"`, at: 1 };
  await endpoint.database.insertInto("text_rev").values(version).execute();
  expect(await tablesWithToken(url)).toEqual(["earlier", "entity", "text_rev"]);
  const config = { ...endpoint.config, databaseUrl: url, dataFolder: await temporaryFolder() };
  const context = { ...endpoint, origin: "http://localhost:8787", config };
  // Somebody writes in another database of the server all the while, and began before the erasure.
  const elsewhere = new Client({ connectionString: await ownDatabase("nothing") });
  await elsewhere.connect();
  await elsewhere.query("begin");
  await elsewhere.query("select pg_current_xact_id()");
  const erasing = commands.get("erase")?.run(context, { RECORD: client });
  const waits = "select count(*)::int as n from pg_stat_activity where query ~ '^select pg_sleep'";
  for (let n = 0; n === 0;) [{ n = 0 } = {}] = await ask<{ n: number }>(url, waits);
  expect(await tablesWithToken(url)).toContain("entity");
  await elsewhere.query("commit");
  await elsewhere.end();
  const told = await erasing;
  expect(told).toMatchObject({ ok: true, value: expect.stringContaining("pg_wal") as string });
  expect(told?.ok === true ? told.value : "").not.toContain("still have it");
  expect(await tablesWithToken(url)).toEqual([]);
  await endpoint.close();
});
