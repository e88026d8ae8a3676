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
  expect(await tablesWithToken(url)).toEqual(["earlier", "entity", "text_rev"]);
  const config = { ...endpoint.config, databaseUrl: url, dataFolder: await temporaryFolder() };
  const context = { ...endpoint, origin: "http://localhost:8787", config };
  const told = await commands.get("erase")?.run(context, { RECORD: client });
  expect(told).toMatchObject({ ok: true, value: expect.stringContaining("pg_wal") as string });
  expect(await tablesWithToken(url)).toEqual([]);
  await endpoint.close();
});
