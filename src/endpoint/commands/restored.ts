import type { Kysely } from "kysely";
import { fail, ok, type Result } from "#domain/result.ts";
import { findArea } from "../access/people.ts";
import { alone } from "../database/alone.ts";
import { scrub } from "../database/scrub.ts";
import { isServed } from "../database/is-served.ts";
import type { Schema } from "../database/schema.ts";
import { carryCalendars, noCalendars } from "../lifetime/carry-calendars.ts";
import { beginEra } from "../lifetime/begin-era.ts";
import { type Carried, carryOver, nothingCarried } from "../lifetime/carried.ts";
import { type CarriedFault, readCarriedFile } from "../lifetime/carried-file.ts";
import { loadErasureKey, readErased } from "../lifetime/erasure-key.ts";
import type { Command } from "./command.ts";
import { revokeByHand, tellRevoked, whatFollows } from "./restore.ts";

const inUse =
  "The data are in use. Stop the endpoint first, each of its processes, and let other commands end.";

/** Does what `restore` does after putting the data in place, for data that were put there by other means. */
export const restoredCommand: Command = {
  usage: "restored [--carried FILE]",
  summary:
    "to be run once after the data were put back by other means, such as pg_restore; the endpoint is stopped",
  details:
    "--carried FILE, which carry wrote of the data that these take the place of, has erased and revoked again what was\n" +
    "erased and revoked after the backup, and tells the devices. Without it only what erased.txt of the data folder\n" +
    "lists is erased again, and each device has to be revoked again by hand.\n",
  options: { carried: { type: "string" } },
  run: async ({ database, clock, chance, config }, { carried: file }) => {
    const now = clock.now();
    return alone(database, async (only) => {
      // Devices would be told the old versions as new ones until the era has begun, and keep them.
      if (await isServed(only)) return fail(inUse);
      const carried = typeof file === "string" ? await readFor(only, file) : null;
      if (carried?.ok === false) return carried;
      const { eras, hashes, ...others } = carried?.value ?? nothingCarried;
      await beginEra(only, { chance, now, replaced: eras });
      const key = loadErasureKey(config, chance);
      const all = { ...others, hashes: [...hashes, ...readErased(config.dataFolder)] };
      const revoked = await carryOver(only, all, { key, now });
      // Which of their addresses were revoked since, neither these data nor a file from any day before tell.
      await carryCalendars(only, noCalendars);
      await scrub(only);
      const devices = carried === null ? revokeByHand : `${tellRevoked(revoked)}${sinceTheFile}`;
      return ok(`${whatFollows}${devices}`);
    });
  },
};

const sinceTheFile =
  "What was erased or revoked after the file was written has to be erased and revoked again.\n";

/** Reads the file before anything is changed; fails with what is wrong with it. */
const readFor = async (
  database: Kysely<Schema>,
  file: string,
): Promise<Result<Carried, string>> => {
  const area = await findArea(database);
  if (area === null) return fail("There are no data: put them back first.");
  const read = readCarriedFile(file, area);
  return read.ok ? read : fail(`${file} ${faults[read.failure]} Nothing was changed.`);
};

const faults: Readonly<Record<CarriedFault, string>> = {
  missing: "is not there.",
  unreadable: "was not written by npm run katve -- carry, or is damaged.",
  foreign: "is of another installation.",
};
