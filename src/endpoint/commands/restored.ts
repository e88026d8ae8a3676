import { fail, ok } from "#domain/result.ts";
import { alone } from "../database/alone.ts";
import { scrub } from "../database/scrub.ts";
import { isServed } from "../database/is-served.ts";
import { carryCalendars, noCalendars } from "../lifetime/carry-calendars.ts";
import { beginEra } from "../lifetime/begin-era.ts";
import { eraseAgain } from "../lifetime/erase.ts";
import { loadErasureKey, readErased } from "../lifetime/erasure-key.ts";
import type { Command } from "./command.ts";
import { revokeByHand, whatFollows } from "./restore.ts";

const inUse =
  "The data are in use. Stop the endpoint first, each of its processes, and let other commands end.";

/** Does what `restore` does after putting the data in place, for data that were put there by other means. */
export const restoredCommand: Command = {
  usage: "restored",
  summary:
    "to be run once after the data were put back by other means, such as pg_restore; the endpoint is stopped",
  options: {},
  run: async ({ database, clock, chance, config }) => {
    const now = clock.now();
    return alone(database, async (only) => {
      // Devices would be told the old versions as new ones until the era has begun, and keep them.
      if (await isServed(only)) return fail(inUse);
      await beginEra(only, { chance, now, replaced: [] });
      const key = loadErasureKey(config, chance);
      await eraseAgain(only, readErased(config.dataFolder), { key, now });
      // Which of their addresses were revoked since, these data do not tell.
      await carryCalendars(only, noCalendars);
      await scrub(only);
      return ok(`${whatFollows}${revokeByHand}`);
    });
  },
};
