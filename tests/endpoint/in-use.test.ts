import { once } from "node:events";
import { readdir, readlink, rename } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { holdAlone, makePrivate } from "#endpoint/database/sqlite-file.ts";
import { restoreDatabase } from "#endpoint/lifetime/restore.ts";
import { makeSeededChance } from "../support/platform.ts";
import { clock, filledFolder, katve, onData } from "../support/endpoint/data-files.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { runEndpoint, startProgram, temporaryFolder } from "../support/endpoint/run-endpoint.ts";

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

describe.each(dialects)("the era of data put back by other means on $name", (dialect) => {
  test("does not begin while an endpoint serves them", async () => {
    const settings = await dialect.settings();
    const running = startProgram("main.ts", [], { ...settings, PORT: "0" });
    await running.printed(/http:\/\/localhost:\d+/);
    const restored = () => runEndpoint("command.ts", ["restored"], settings);
    expect(await restored()).toMatchObject({
      status: 1,
      errors: expect.stringContaining("Stop the endpoint first") as string,
    });
    running.process.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ status: 0, errors: "" });
    expect(await restored()).toMatchObject({ status: 0, errors: "" });
  });
});

/** A folder as a restoration leaves it that finds no data there, until it has some. */
const emptyPlace = async (): Promise<string> => {
  const folder = await temporaryFolder();
  makePrivate(join(folder, "katve.sqlite"));
  return folder;
};

/** SQLite does not tell that it waits for a lock; that this process has the file open a second time does. */
const untilOpenTwice = async (file: string): Promise<void> => {
  const descriptors = "/proc/self/fd";
  for (let times = 0; times < 2;) {
    await nextTurn();
    const links = (await readdir(descriptors)).map((one) =>
      readlink(join(descriptors, one)).catch(() => ""),
    );
    times = (await Promise.all(links)).filter((link) => link === file).length;
  }
};

test.each([
  ["data", filledFolder],
  ["the place of data", emptyPlace],
])("whoever opens %s while something is put there waits, and then has that", async (_, make) => {
  const folder = await make();
  const other = await filledFolder();
  await onData(other, (database) => database.updateTable("scope").set({ seq: 777 }).execute());
  const held = holdAlone(join(folder, "katve.sqlite"));
  const opening = new Worker(new URL("../support/endpoint/open-in-worker.ts", import.meta.url), {
    workerData: join(folder, "katve.sqlite"),
  });
  await untilOpenTwice(join(folder, "katve.sqlite"));
  await rename(join(other, "katve.sqlite"), join(folder, "katve.sqlite"));
  held?.letGo();
  expect(await once(opening, "message")).toEqual([777]);
  await opening.terminate();
});

test("a restoration into an empty folder lets no endpoint begin there before it is done", async () => {
  const backup = join(await temporaryFolder(), "copy.sqlite");
  await katve(await filledFolder(), "backup", backup);
  const folder = await temporaryFolder();
  const file = join(folder, "katve.sqlite");
  const begin = () => {
    const sqlite = new Sqlite(file, { timeout: 0 });
    try {
      return sqlite.pragma("journal_mode = WAL", { simple: true });
    } finally {
      sqlite.close();
    }
  };
  const keyOf = () => {
    expect(begin).toThrow("database is locked");
    return "koeavain";
  };
  const restoring = { chance: makeSeededChance(1), now: clock.now(), keyOf };
  expect(await restoreDatabase(backup, folder, restoring)).toMatchObject({ ok: true });
  expect(await readdir(folder)).toEqual(["katve.sqlite"]);
  expect(begin()).toBe("wal");
});
