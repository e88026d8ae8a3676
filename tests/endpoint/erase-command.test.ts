import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sql } from "kysely";
import { commands } from "#endpoint/commands/all.ts";
import type { CommandOptions } from "#endpoint/commands/command.ts";
import { migrate } from "#endpoint/database/migrate.ts";
import { inSnapshot } from "#endpoint/database/snapshot.ts";
import { openSqlite } from "#endpoint/database/sqlite.ts";
import { idHash } from "#endpoint/lifetime/erasure-key.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import type { TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { startProgram, temporaryFolder } from "../support/endpoint/run-endpoint.ts";
import { twoAdvisers } from "../support/endpoint/two-advisers.ts";

const katve = async (
  endpoint: TestEndpoint,
  name: "find" | "erase",
  options: CommandOptions,
  dataFolder = endpoint.config.dataFolder,
) => {
  const command = commands.get(name);
  if (command === undefined) throw new Error("there is no such command");
  const config = { ...endpoint.config, dataFolder };
  return command.run({ ...endpoint, origin: "http://localhost:8787", config }, options);
};

const find = async (endpoint: TestEndpoint, name: string) => {
  const found = await katve(endpoint, "find", { NAME: name });
  return found.ok ? found.value : found.failure;
};

const elsewhere = "AAAAAAAAAAAAAAAAAAAAAA";

describe.each(dialects)("finding whom to erase on $name", (dialect) => {
  test("goes by a part of the name in either case, and tells id, team, day and how much would go", async () => {
    await using team = await twoAdvisers(dialect);
    const { endpoint, one, edits, client } = team;
    await one.push(edits.create("appointment", { client, note: "" }));
    for (const name of ["Kanerva", "kanerVA", " aner "]) {
      const [heading = "", row = "", ...rest] = (await find(endpoint, name)).split("\n");
      expect(heading).toMatch(/^id +kind +name +team +changed +records$/);
      expect(row).toMatch(
        new RegExp(`^${client} +client +Kanerva +Koetiimi +2026-\\d\\d-\\d\\d +2$`),
      );
      expect(rest).toEqual([""]);
    }
    expect(await find(endpoint, "Kanervisto")).toContain("No record has this name");
  });

  test("finds who had the name once, and who was deleted", async () => {
    await using team = await twoAdvisers(dialect);
    const { endpoint, one, edits, client } = team;
    await one.push(edits.set(client, 1, "name", "K."));
    expect(await find(endpoint, "kanerva")).toMatch(/ K\. \(once Kanerva\) /);
    await one.push(edits.remove(client, 2));
    expect(await find(endpoint, "K.")).toMatch(/ K\. \(deleted\) /);
  });
});

describe.each(dialects)("the command erase on $name", (dialect) => {
  test("says of an id that nothing has it, and notes nothing unless it is told that the record is elsewhere", async () => {
    await using team = await twoAdvisers(dialect);
    const { endpoint } = team;
    const folder = await temporaryFolder();
    const erase = (options: CommandOptions) =>
      katve(endpoint, "erase", { RECORD: elsewhere, ...options }, folder);
    const notes = () => endpoint.database.selectFrom("erasure").selectAll().execute();
    for (const dry of [false, true]) {
      const told = await erase({ "dry-run": dry });
      expect(told).toMatchObject({
        ok: false,
        failure: expect.stringContaining(`There is nothing with the id ${elsewhere}`) as string,
      });
    }
    expect([await notes(), await readdir(folder)]).toEqual([[], []]);
    expect(await erase({ absent: true })).toMatchObject({ ok: true });
    const hash = idHash(endpoint.config.erasureKey, elsewhere);
    expect(await notes()).toMatchObject([{ id_hash: hash }]);
    expect(await readFile(join(folder, "erased.txt"), "utf8")).toBe(`${hash}\n`);
  });

  test("tells beforehand whom it would erase, and how much", async () => {
    await using team = await twoAdvisers(dialect);
    const { endpoint, client } = team;
    const told = await katve(endpoint, "erase", { RECORD: client, "dry-run": true });
    const form = /^Would be erased:\nclient Kanerva\nrecords +1\n/;
    expect(told).toEqual({ ok: true, value: expect.stringMatching(form) as string });
    expect(await find(endpoint, "Kanerva")).toContain(client);
  });

  test("says of what was erased before when that was", async () => {
    await using team = await twoAdvisers(dialect);
    const { endpoint, client } = team;
    const folder = await temporaryFolder();
    expect(await katve(endpoint, "erase", { RECORD: client }, folder)).toMatchObject({ ok: true });
    const again = await katve(endpoint, "erase", { RECORD: client }, folder);
    const day = new Date(endpoint.clock.now()).toISOString().slice(0, 10);
    expect(again).toEqual({
      ok: true,
      value: `It was erased already, on ${day}. Nothing of it is here.\n`,
    });
    expect((await readFile(join(folder, "erased.txt"), "utf8")).split("\n")).toHaveLength(2);
  });

  test("erases nothing when that cannot be listed for later restorations", async () => {
    await using team = await twoAdvisers(dialect);
    const { endpoint, client } = team;
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "no folder");
    await expect(katve(endpoint, "erase", { RECORD: client }, file)).rejects.toThrow("EEXIST");
    expect(await find(endpoint, "Kanerva")).toContain(client);
  });

  test("leaves the records of the team and the area: people are let in by them", async () => {
    await using team = await twoAdvisers(dialect);
    const { endpoint } = team;
    const code = await endpoint.code();
    for (const RECORD of [endpoint.team, endpoint.area]) {
      const told = await katve(endpoint, "erase", { RECORD }, await temporaryFolder());
      const why = expect.stringMatching(/is the (team|area)'s own record/) as string;
      expect(told).toEqual({ ok: false, failure: why });
    }
    const look = await team.one.post("/enrolment/look", { p: PROTOCOL_VERSION, code });
    expect(await look.json()).toMatchObject({ team: "Koetiimi" });
  });

  test("names the data of before a restoration, which still hold it", async () => {
    await using team = await twoAdvisers(dialect);
    const folder = await temporaryFolder();
    const aside = join(folder, "katve-before-2026-11-01T08-00-00.sqlite");
    await writeFile(aside, "");
    const told = await katve(team.endpoint, "erase", { RECORD: team.client }, folder);
    expect(told.ok ? told.value : "").toContain(`Delete them when all is well:\n  ${aside}\n`);
  });
});

test("an erasure while somebody reads says that the files still have it, and given once more empties them", async () => {
  const file = join(await temporaryFolder(), "katve.sqlite");
  const onFile = {
    name: "a file",
    open: async () => {
      const database = openSqlite(file);
      await migrate(database);
      // Nobody waits for the reader of this test.
      await sql`PRAGMA busy_timeout = 0`.execute(database);
      return database;
    },
  };
  await using team = await twoAdvisers({ ...dialects[0], ...onFile } as TestDialect);
  const reader = openSqlite(file);
  const once = await inSnapshot(reader, async (snapshot) => {
    await snapshot.selectFrom("entity").select("id").execute();
    return katve(team.endpoint, "erase", { RECORD: team.client }, await temporaryFolder());
  });
  expect(once.ok ? once.value : once.failure).toContain("still have it: they are in use");
  expect(await readFile(`${file}-wal`, "latin1")).toContain("Kanerva");
  const again = await katve(team.endpoint, "erase", { RECORD: team.client });
  expect(again.ok ? again.value : again.failure).not.toContain("still have it: they are in use");
  expect(await readFile(`${file}-wal`, "latin1")).toBe("");
  expect(await readFile(file, "latin1")).not.toContain("Kanerva");
  await reader.destroy();
});

describe.each(dialects)("the program on $name", (dialect) => {
  test("asks for the name, so that it need not be on the command line", async () => {
    const settings = { KATVE_DATA: await temporaryFolder(), ...(await dialect.settings()) };
    const running = startProgram("main.ts", ["--demo"], { ...settings, PORT: "0" });
    await running.printed(/http:\/\/localhost:\d+/);
    const asking = startProgram("command.ts", ["find"], settings, "Aino\n");
    expect(await asking.ended).toMatchObject({
      status: 0,
      output: expect.stringMatching(/ adviser +Aino Esimerkki /) as string,
      errors: "",
    });
    const silent = await startProgram("command.ts", ["find"], settings).ended;
    expect(silent).toMatchObject({
      status: 1,
      errors: "katve: Which name? A part of it will do.\n",
    });
  });
});
