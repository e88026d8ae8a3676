import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "#domain/result.ts";
import { copyDatabase, databaseFile, faultOfFile } from "../database/sqlite-file.ts";
import { orReason } from "../system-reason.ts";
import type { DataCommand } from "./command.ts";
import { tellFault } from "./tell-fault.ts";

/** Copies the database to a file, while the endpoint runs. */
export const backupCommand: DataCommand = {
  usage: "backup FILE [--check]",
  summary: "a copy of all data in a new file, also while the endpoint runs; --check looks at one",
  operand: "FILE",
  options: { check: { type: "boolean" } },
  run: async ({ config }, { FILE: file, check }) => {
    if (typeof file !== "string") return fail("Into which file? npm run katve -- backup FILE");
    if (check === true) return checkBackup(file, config.databaseUrl !== null);
    if (config.databaseUrl !== null) return fail(howWithPostgres(file));
    const source = join(config.dataFolder, databaseFile);
    if (!existsSync(source))
      return fail(`There are no data in ${config.dataFolder}: start the endpoint first.`);
    const tried = await orReason(() => copyDatabase(source, file));
    if (!tried.ok) return fail(`The data cannot be copied to ${file} (${tried.failure}).`);
    const outcome = tried.value;
    if (outcome === "exists") return fail(`${file} is there already, and stays as it is.`);
    if (outcome === "beside")
      return fail(`${file} is a name that belongs to the data themselves: choose another.`);
    if (outcome === "damaged")
      return fail("The copy is damaged, and was not kept. Look at the disk.");
    return ok(`All data are in ${file}, checked. It is as confidential as the data themselves.\n`);
  },
};

/** What to do instead where PostgreSQL has the data: its own programs do it best, and can do so on a schedule. */
const howWithPostgres = (file: string): string =>
  `PostgreSQL has the data. Back them up with its own program, and then look at what it made:
  pg_dump --format=custom --file=${file} "$DATABASE_URL"
  npm run katve -- backup ${file} --check`;

const checkBackup = (file: string, isDump: boolean): Result<string, string> => {
  if (!isDump) {
    const fault = faultOfFile(file);
    return fault === null ? ok(`${file} is whole.\n`) : fail(tellFault(fault, file));
  }
  const { error, status, stdout } = spawnSync("pg_restore", ["--list", file], { encoding: "utf8" });
  if (error !== undefined) return fail("pg_restore is not there: it comes with PostgreSQL.");
  const hasRecords = status === 0 && / TABLE DATA \S+ entity /.test(stdout);
  return hasRecords
    ? ok(`${file} can be read, and has the records.\n`)
    : fail(`${file} is no backup of Katve by pg_dump.`);
};
