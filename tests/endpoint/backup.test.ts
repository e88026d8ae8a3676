import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { eraOf } from "#domain/era.ts";
import { dataCommands } from "#endpoint/commands/all.ts";
import type { CommandOptions } from "#endpoint/commands/command.ts";
import { openDatabase } from "#endpoint/database/open.ts";
import { firstStart } from "#endpoint/starter/first-start.ts";
import { startProgram, temporaryFolder } from "../support/endpoint/run-endpoint.ts";
import { makeSeededChance, makeTestClock } from "../support/platform.ts";

const clock = makeTestClock();
const chance = makeSeededChance(1);

/** Opens the data of a folder, for `use` and no longer. */
const onData = async <T>(
  folder: string,
  use: (database: Parameters<typeof firstStart>[0]) => Promise<T>,
): Promise<T> => {
  const opened = await openDatabase({ dataFolder: folder, databaseUrl: null });
  if (!opened.ok) throw new Error("it does not open");
  try {
    return await use(opened.value);
  } finally {
    await opened.value.destroy();
  }
};

const filledFolder = async (): Promise<string> => {
  const folder = await temporaryFolder();
  await onData(folder, (database) => firstStart(database, chance, clock.now()));
  return folder;
};

/** Runs a command in this process. */
const katve = async (
  dataFolder: string,
  name: "backup" | "restore",
  file: string,
  options: CommandOptions = {},
) => {
  const command = dataCommands.get(name);
  if (command === undefined) throw new Error("there is no such command");
  const config = { dataFolder, erasureKey: null, databaseUrl: null };
  const context = { clock, chance, origin: "http://localhost:8787", config };
  const outcome = await command.run(context, { ...options, FILE: file });
  return outcome.ok ? outcome.value : outcome.failure;
};

/** What of the data a restoration changes and what it leaves. */
const factsOf = (folder: string) =>
  onData(folder, async (database) => {
    const records = await database
      .selectFrom("entity")
      .select(["id", "fields"])
      .orderBy("id")
      .execute();
    const versions = await database.selectFrom("entity").select("ver").execute();
    const scopes = await database.selectFrom("scope").select("epoch").execute();
    return {
      records,
      eras: [...new Set(versions.map(({ ver }) => eraOf(ver)))],
      epochs: scopes.map(({ epoch }) => epoch),
    };
  });

test("data are backed up while the endpoint runs, and are not restored under it", async () => {
  const KATVE_DATA = await temporaryFolder();
  const backup = join(await temporaryFolder(), "copy.sqlite");
  const running = startProgram("main.ts", [], { KATVE_DATA, PORT: "0" });
  await running.printed(/http:\/\/localhost:\d+/);
  expect(await katve(KATVE_DATA, "backup", backup)).toContain("checked");
  expect(await katve(KATVE_DATA, "restore", backup)).toContain("Stop the endpoint first");
  running.process.kill("SIGTERM");
  expect(await running.ended).toMatchObject({ status: 0, errors: "" });
  expect(await katve(KATVE_DATA, "restore", backup)).toContain("Restored from");
});

describe("a backup", () => {
  test("is one file that only its owner may read, and takes the place of none", async () => {
    const data = await filledFolder();
    const folder = await temporaryFolder();
    const file = join(folder, "copy.sqlite");
    expect(await katve(data, "backup", file)).toContain("checked");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file);
    expect(await katve(data, "backup", file)).toContain("is there already");
    expect(await readFile(file)).toEqual(before);
    expect(await readdir(folder)).toEqual(["copy.sqlite"]);
    expect(await katve(folder, "backup", join(folder, "x"))).toContain("start the endpoint first");
  });

  test("has what is still in the log of the database that is written to", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await onData(data, async (database) => {
      await database.updateTable("scope").set({ seq: 777 }).execute();
      expect(await katve(data, "backup", file)).toContain("checked");
    });
    await katve(data, "restore", file);
    await onData(data, async (database) => {
      const scope = await database.selectFrom("scope").select("seq").executeTakeFirstOrThrow();
      expect(scope.seq).toBe(777);
    });
  });
});

describe("a restoration", () => {
  test("changes no record, counts everything anew in a new era, and keeps what was there", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await katve(data, "backup", file);
    const before = await factsOf(data);
    const told = await katve(data, "restore", file);
    const after = await factsOf(data);
    expect(after.records).toEqual(before.records);
    expect(new Set(after.epochs).size).toBe(1);
    expect(before.epochs).not.toContain(after.epochs[0]);
    expect(before.eras).toEqual([0]);
    const [era = 0] = after.eras;
    expect(after.eras).toHaveLength(1);
    expect(era).toBeGreaterThan(0);
    const [kept = ""] = /katve-before-\S+\.sqlite/.exec(told) ?? [];
    expect((await readdir(data)).sort()).toEqual(["erasure.key", kept, "katve.sqlite"]);
  });

  test("of the same backup in the same minute makes another era all the same", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await katve(data, "backup", file);
    await katve(data, "restore", file);
    const [first = 0] = (await factsOf(data)).eras;
    clock.advance(1_000);
    await katve(data, "restore", file);
    expect((await factsOf(data)).eras).toEqual([first + 1]);
  });

  test("of what is no whole backup changes nothing; an empty folder gets its data from one", async () => {
    const data = await filledFolder();
    const elsewhere = await temporaryFolder();
    const file = (name: string) => join(elsewhere, `${name}.sqlite`);
    await katve(data, "backup", file("copy"));
    await writeFile(file("text"), "this is no database, only some text ".repeat(50));
    const torn = await readFile(file("copy"));
    torn.fill(0xff, 4_096, 12_288);
    await writeFile(file("torn"), torn);
    const empty = await temporaryFolder();
    expect(await katve(empty, "restore", file("none"))).toContain("There is no file");
    expect(await katve(empty, "restore", file("text"))).toContain("is no backup of Katve");
    expect(await katve(empty, "restore", file("torn"))).toContain("is damaged");
    expect(await readdir(empty)).toEqual([]);
    await katve(empty, "restore", file("copy"));
    expect((await factsOf(empty)).records).toEqual((await factsOf(data)).records);
  });
});

describe("a look at a backup", () => {
  test("tells a whole one from a broken one and from something else", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await katve(data, "backup", file);
    expect(await katve(data, "backup", file, { check: true })).toContain("is whole");
    await writeFile(file, (await readFile(file)).subarray(0, 5_000));
    expect(await katve(data, "backup", file, { check: true })).toContain("is no backup (damaged)");
  });
});
