import { fail, ok } from "#domain/result.ts";
import { scrub } from "../database/scrub.ts";
import { transact } from "../database/transact.ts";
import { eraseRecords } from "../lifetime/erase.ts";
import { idHash, listErased, loadErasureKey } from "../lifetime/erasure-key.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Erases a record everywhere: here, on the devices at their next contact, and in backups when they are restored. */
export const eraseCommand: Command = {
  usage: "erase RECORD [--dry-run]",
  summary:
    "erases a client, or any record, and all that is about it: here and on every device; for good",
  details:
    "RECORD is an id of 22 characters. --dry-run only counts what would go.\n" +
    "With a client go the guidance times, referrals and conflicts that are about it, and every earlier value.\n" +
    "Devices wipe theirs at the next contact. Backups keep it: restoring one erases it again, as long as\n" +
    "erasure.key and erased.txt of the data folder are there. Nothing brings back what was erased.\n",
  operand: "RECORD",
  options: { "dry-run": { type: "boolean" } },
  run: async ({ database, clock, chance, config }, { RECORD: id, "dry-run": dry }) => {
    if (typeof id !== "string" || !/^[\w-]{22}$/.test(id))
      return fail("Which record? An id has 22 characters.");
    const key = loadErasureKey(config, chance);
    const isDry = dry === true;
    const erasing = { key, now: clock.now(), isDry };
    const { records, rows, scopes } = await transact(database, (transaction) =>
      eraseRecords(transaction, [id], erasing),
    );
    if (!isDry) {
      const hashes = records.map((record) => idHash(key, record));
      listErased(config.dataFolder, hashes);
      await scrub(database);
    }
    const counted = table([
      ["records", String(rows.entity)],
      ["earlier values", String(rows.earlier)],
      ["versions of texts", String(rows.text_rev)],
      ["answers", String(rows.applied)],
      ["scopes that are told", String(scopes.length)],
    ]);
    return ok(isDry ? `Would be erased:\n${counted}` : `Erased:\n${counted}${whatFollows}`);
  },
};

const whatFollows =
  "Each device wipes it at its next contact. Keep erasure.key and erased.txt of the data folder, apart from\n" +
  "the backups: with them a restoration of an older backup erases it again.\n";
