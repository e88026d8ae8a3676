import { fail, ok } from "#domain/result.ts";
import { loadErasureKey } from "../lifetime/erasure-key.ts";
import { type RestoreFailure, restoreDatabase } from "../lifetime/restore.ts";
import type { DataCommand } from "./command.ts";

/** Puts a backup in the place of the data. */
export const restoreCommand: DataCommand = {
  usage: "restore FILE",
  summary: "puts a backup in the place of the data; only while the endpoint is stopped",
  operand: "FILE",
  options: {},
  run: async ({ config, clock, chance }, { FILE: file }) => {
    if (typeof file !== "string") return fail("From which file? npm run katve -- restore FILE");
    if (config.databaseUrl !== null) return fail(howWithPostgres(file));
    const now = clock.now();
    const restored = await restoreDatabase(file, config.dataFolder, {
      chance,
      now,
      keyOf: () => loadErasureKey(config, chance),
    });
    if (!restored.ok) return fail(tell(restored.failure, file, config.dataFolder));
    const { aside } = restored.value;
    const kept = aside === null ? "" : `What was there before is kept in ${aside}.\n`;
    return ok(`Restored from ${file}.\n${kept}${whatFollows}`);
  },
};

/** What whoever restored the data should know. */
export const whatFollows =
  "Start the endpoint. Each device fetches everything anew and brings back by itself what it sent in the\n" +
  "last 30 days. A device that joined or was revoked after the backup has to be let in or revoked again.\n";

const tell = (failure: RestoreFailure, file: string, folder: string): string => {
  switch (failure.code) {
    case "backup.unusable":
      return {
        missing: `There is no file ${file}.`,
        foreign: `${file} is no backup of Katve.`,
        damaged: `${file} is damaged, and was not restored.`,
      }[failure.fault];
    case "backup.newer":
      return `${file} was written by a newer version of Katve. Restore it with that version, or a newer one.`;
    case "data.in_use":
      return `The data in ${folder} are in use. Stop the endpoint first.`;
    default:
      return failure satisfies never;
  }
};

const howWithPostgres = (file: string): string =>
  `PostgreSQL has the data. With every endpoint stopped, put them back into an empty database, and then say so:
  pg_restore --dbname="$DATABASE_URL" --no-owner ${file}
  npm run katve -- restored`;
