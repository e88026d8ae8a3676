import { ok } from "#domain/result.ts";
import { beginEra } from "../lifetime/begin-era.ts";
import { eraseAgain } from "../lifetime/erase.ts";
import { loadErasureKey, readErased } from "../lifetime/erasure-key.ts";
import type { Command } from "./command.ts";
import { whatFollows } from "./restore.ts";

/** Does what `restore` does after putting the data in place, for data that were put there by other means. */
export const restoredCommand: Command = {
  usage: "restored",
  summary: "to be run once after the data were put back by other means, such as pg_restore",
  options: {},
  run: async ({ database, clock, chance, config }) => {
    const now = clock.now();
    await beginEra(database, { chance, now, replaced: [] });
    const key = loadErasureKey(config, chance);
    await eraseAgain(database, readErased(config.dataFolder), { key, now });
    return ok(whatFollows);
  },
};
