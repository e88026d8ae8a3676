import { fail, ok } from "#domain/result.ts";
import { loadErasureKey } from "../lifetime/erasure-key.ts";
import { type RestoreFailure, restoreDatabase } from "../lifetime/restore.ts";
import { orReason } from "../system-reason.ts";
import type { DataCommand } from "./command.ts";
import type { RevokedDevice } from "../lifetime/revoke-again.ts";
import { table } from "./table.ts";
import { tellFault } from "./tell-fault.ts";

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
    const tried = await orReason(() =>
      restoreDatabase(file, config.dataFolder, {
        chance,
        now,
        keyOf: () => loadErasureKey(config, chance),
      }),
    );
    if (!tried.ok) return fail(`${config.dataFolder} does not take the data (${tried.failure}).`);
    const restored = tried.value;
    if (!restored.ok) return fail(tell(restored.failure, file, config.dataFolder));
    const { aside, revoked } = restored.value;
    const kept = aside === null ? "" : tellAside(aside);
    const devices = revoked === null ? revokeByHand : tellRevoked(revoked);
    return ok(`Restored from ${file}.\n${kept}${whatFollows}${devices}`);
  },
};

/** Whoever restores seldom thinks of the file that is left: nothing that is erased from now on goes from it. */
const tellAside = (aside: string): string =>
  `What was there before is kept in ${aside}.
It is as confidential as the data, and no erasure or purge reaches it: delete it as soon as all is well again.
`;

/** What whoever restored the data should know. */
export const whatFollows =
  "Start the endpoint. Each device fetches everything anew and brings back by itself what it sent in the\n" +
  "last 30 days. A device that joined after the backup is not known and shows its member's id: a code for that member\n" +
  "(code --member ID) registers it again as it is. A member who joined after the backup comes back with --bring-back.\n";

/** Where nobody can tell what was revoked. */
export const revokeByHand = "A device that was revoked after the backup has to be revoked again.\n";

/** Which devices were revoked again, and what that leaves. */
export const tellRevoked = (revoked: readonly RevokedDevice[]): string =>
  revoked.length === 0
    ? "No device was revoked after the backup.\n"
    : `What only a revoked device had sent since does not come back by itself.
These devices were revoked after the backup, and stay so:
${table(revoked.map(({ id, label }) => [id, label]))}`;

const tell = (failure: RestoreFailure, file: string, folder: string): string => {
  switch (failure.code) {
    case "backup.unusable":
      return tellFault(failure.fault, file);
    case "backup.newer":
      return `${file} was written by a newer version of Katve. Restore it with that version, or a newer one.`;
    case "data.in_use":
      return `The data in ${folder} are in use. Stop the endpoint first.`;
    default:
      return failure satisfies never;
  }
};

const howWithPostgres = (file: string): string =>
  `PostgreSQL has the data. With every endpoint stopped, write down what was erased and revoked in the present data,
if they can still be read; put the backup into an empty database, and then say so:
  npm run katve -- carry carried.json
  pg_restore --dbname="$DATABASE_URL" --no-owner ${file}
  npm run katve -- restored --carried carried.json`;
