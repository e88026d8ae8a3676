import { execFile } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { eraSize } from "#domain/era.ts";
import { openPostgres } from "#endpoint/database/postgres.ts";
import { enrolPhone } from "../../integration/support/phone.ts";
import { makeEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { runEndpoint, temporaryFolder } from "../../support/endpoint/run-endpoint.ts";
import { ask } from "../../support/postgres/ask.ts";
import { ownDatabase } from "../../support/postgres/own-database.ts";

const run = promisify(execFile);

/** A command of whoever runs the endpoint, on a database and with a folder of its own. */
const makeKatve =
  (dataFolder: string) =>
  async (url: string, ...args: readonly string[]) => {
    const settings = { DATABASE_URL: url, KATVE_DATA: dataFolder, KATVE_ERASURE_KEY: "koeavain" };
    const { status, output, errors } = await runEndpoint("command.ts", args, settings);
    return { status, said: `${output}${errors}` };
  };

/** Two clients, two phones, and a dump of it all; afterwards a third phone, and an erasure. */
const setUp = async () => {
  const url = await ownDatabase("tables");
  const folder = await temporaryFolder();
  const dump = join(folder, "copy.dump");
  const endpoint = await makeEndpoint({ database: openPostgres(url, () => undefined) });
  const phones = [await enrolPhone(endpoint, 1), await enrolPhone(endpoint, 2)] as const;
  const erased = await phones[0].addClient("Veikko Varjola-Testi", "Soitetaan.");
  const stays = await phones[0].addClient("Saima Sammal-Testi", "");
  for (const phone of phones) await phone.exchange();
  await run("pg_dump", ["--format=custom", `--file=${dump}`, url]);
  const later = await enrolPhone(endpoint, 3);
  await later.exchange();
  const deviceOf = (phone: typeof later): string => phone.store().identity.device;
  const [own, lost] = [deviceOf(phones[0]), deviceOf(phones[1])];
  await endpoint.close();
  const katve = makeKatve(folder);
  expect((await katve(url, "erase", erased)).said).toContain("Erased");
  const putBack = async () => {
    const fresh = await ownDatabase("nothing");
    await run("pg_restore", [`--dbname=${fresh}`, "--no-owner", dump]);
    return fresh;
  };
  return { url, folder, katve, erased, stays, own, lost, later: deviceOf(later), putBack };
};

const clientsIn = async (url: string) => {
  const found = await ask<{ id: string }>(url, "select id from entity where kind = 'client'");
  return found.map(({ id }) => id);
};

test("data that pg_restore put back stay without what was erased and revoked since, as a file tells, and pass on the word", async () => {
  const { url, folder, katve, erased, stays, own, lost, later, putBack } = await setUp();
  for (const device of [lost, later]) {
    expect((await katve(url, "revoke", `--device=${device}`)).said).toContain("Revoked");
  }
  const file = join(folder, "carried.json");
  expect(await katve(url, "carry", file)).toEqual({
    status: 0,
    said: `${file} tells of 1 erased records and 2 revoked devices.\n`,
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, "utf8")).not.toMatch(/Veikko|Soitetaan/);
  expect((await katve(url, "carry", file)).said).toContain("stays as it is");

  // A folder of another machine: nothing of the erasure is in it.
  const elsewhere = makeKatve(await temporaryFolder());
  const fresh = await putBack();
  expect(new Set(await clientsIn(fresh))).toEqual(new Set([erased, stays]));
  const told = await elsewhere(fresh, "restored", "--carried", file);
  expect(told.status).toBe(0);
  expect(told.said).toContain("These devices were revoked after the backup, and stay so:");
  expect(told.said).toContain("What was erased or revoked after the file was written");
  expect(told.said).toContain(lost);
  expect(told.said).toContain(later);
  expect(await clientsIn(fresh)).toEqual([stays]);
  const words = "select count(*)::int as n from feed where erased = 1 and entity_id = ";
  expect(await ask(fresh, `${words}'${erased}'`)).toEqual([{ n: 1 }]);
  const revoked = await ask<{ id: string }>(
    fresh,
    "select id from device where revoked_at is not null",
  );
  expect(new Set(revoked.map(({ id }) => id))).toEqual(new Set([lost, later]));
  expect(revoked).not.toContainEqual({ id: own });
  const [{ ver } = { ver: 0 }] = await ask<{ ver: number }>(
    fresh,
    `select ver::float8 as ver from entity where id = '${stays}'`,
  );
  expect(ver).toBeGreaterThan(eraSize);
});

// Eight processes one after another, each a second or two of a busy machine.
const manyProcessesMs = 90_000;

test(
  "data that were put back are left alone when the file is not there, is broken, or is of another installation",
  async () => {
    const { url, folder, katve, erased, putBack } = await setUp();
    const fresh = await putBack();
    const refused = async (file: string, why: string) => {
      const { status, said } = await katve(fresh, "restored", "--carried", file);
      expect([status, said]).toEqual([1, expect.stringContaining(why)]);
      expect(said).toContain("Nothing was changed.");
    };
    await refused(join(folder, "nowhere.json"), "is not there");
    await refused(join(folder, "copy.dump"), "was not written by");
    const file = join(folder, "other.json");
    expect((await katve(url, "carry", file)).status).toBe(0);
    const foreign = { ...(JSON.parse(await readFile(file, "utf8")) as object), area: "muualla" };
    await writeFile(file, JSON.stringify(foreign));
    await refused(file, "of another installation");
    expect(await ask(fresh, "select era from restoration")).toEqual([]);
    expect(await clientsIn(fresh)).toContain(erased);
    // Without a file the list in the data folder is all that is known.
    const told = await katve(fresh, "restored");
    expect(told.said).toContain("has to be revoked again");
    expect(await clientsIn(fresh)).not.toContain(erased);
    expect(await ask(url, "select era from restoration")).toEqual([]);
  },
  manyProcessesMs,
);
