import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail, ok } from "#domain/result.ts";
import { copyDatabase, databaseFile } from "../database/sqlite-file.ts";
import type { DataCommand } from "./command.ts";

/** Copies the database to a file, while the endpoint runs. */
export const backupCommand: DataCommand = {
  usage: "backup FILE",
  summary: "a copy of all data in a new file, also while the endpoint runs",
  operand: "FILE",
  options: {},
  run: async ({ config }, { FILE: file }) => {
    if (typeof file !== "string") return fail("Into which file? npm run katve -- backup FILE");
    const source = join(config.dataFolder, databaseFile);
    if (!existsSync(source))
      return fail(`There are no data in ${config.dataFolder}: start the endpoint first.`);
    const outcome = await copyDatabase(source, file);
    if (outcome === "exists") return fail(`${file} is there already, and stays as it is.`);
    if (outcome === "damaged")
      return fail("The copy is damaged, and was not kept. Look at the disk.");
    return ok(`All data are in ${file}, checked. It is as confidential as the data themselves.\n`);
  },
};
