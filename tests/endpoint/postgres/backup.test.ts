import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { dataCommands } from "#endpoint/commands/all.ts";
import type { CommandOptions } from "#endpoint/commands/command.ts";
import { temporaryFolder } from "../../support/endpoint/run-endpoint.ts";
import { makeSeededChance, makeTestClock } from "../../support/platform.ts";
import { ownDatabase } from "../../support/postgres/own-database.ts";

test("a backup of PostgreSQL is told how, and a dump's table of contents is read", async () => {
  const databaseUrl = await ownDatabase("tables");
  const dataFolder = await temporaryFolder();
  const file = join(dataFolder, "copy.dump");
  const katve = async (name: "backup" | "restore", options: CommandOptions = {}) => {
    const command = dataCommands.get(name);
    if (command === undefined) throw new Error("there is no such command");
    const config = { dataFolder, erasureKey: null, databaseUrl };
    const parts = { clock: makeTestClock(), chance: makeSeededChance(1) };
    const context = { ...parts, origin: "http://localhost:8787", config };
    const outcome = await command.run(context, { ...options, FILE: file });
    return outcome.ok ? outcome.value : outcome.failure;
  };
  expect(await katve("backup")).toContain("pg_dump --format=custom");
  expect(await katve("restore")).toMatch(
    /katve -- carry .*\n.*pg_restore .*\n.*katve -- restored --carried /,
  );
  await promisify(execFile)("pg_dump", ["--format=custom", `--file=${file}`, databaseUrl]);
  expect(await katve("backup", { check: true })).toContain("has the records");
  await writeFile(file, "this is no dump");
  expect(await katve("backup", { check: true })).toContain("is no backup");
});
