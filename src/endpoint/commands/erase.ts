import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import type { RecordId } from "#domain/ids.ts";
import { ownMember } from "#domain/json.ts";
import { fail, ok } from "#domain/result.ts";
import type { Schema } from "../database/schema.ts";
import { scrub } from "../database/scrub.ts";
import { transact } from "../database/transact.ts";
import { type Erased, eraseRecords, erasedAt } from "../lifetime/erase.ts";
import { idHash, listErased, loadErasureKey } from "../lifetime/erasure-key.ts";
import { isAside } from "../lifetime/restore.ts";
import { loadEntities } from "../records/entities.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Erases a record everywhere: here, on the devices at their next contact, and in backups when they are restored. */
export const eraseCommand: Command = {
  usage: "erase RECORD [--dry-run] [--absent]",
  summary:
    "erases a client, or any record, and all that is about it: here and on every device; for good",
  details:
    "RECORD is an id of 22 characters: see find. --dry-run only tells what would go.\n" +
    "With a client go the guidance times, referrals and conflicts that are about it, and every earlier value.\n" +
    "Devices wipe theirs at the next contact. Backups keep it: restoring one erases it again, as long as\n" +
    "erasure.key and erased.txt of the data folder are there. Nothing brings back what was erased.\n" +
    "--absent is for a record that is not here any more, or not yet: it is noted as erased, so that no backup\n" +
    "and no device brings it back.\n",
  operand: "RECORD",
  options: { "dry-run": { type: "boolean" }, absent: { type: "boolean" } },
  run: async ({ database, clock, chance, config }, { RECORD: id, "dry-run": dry, absent }) => {
    if (typeof id !== "string" || !/^[\w-]{22}$/.test(id))
      return fail("Which record? An id has 22 characters: npm run katve -- find NAME tells it.");
    const kind = await scopeKindOf(database, id);
    if (kind !== null)
      return fail(`${id} is the ${kind}'s own record: all that is in the ${kind} hangs on it.`);
    const key = loadErasureKey(config, chance);
    const erasing = { key, now: clock.now() };
    const { erased, before, isDone } = await transact(database, async (transaction) => {
      const counted = await eraseRecords(transaction, [id], { ...erasing, isDry: true });
      const at = await erasedAt(transaction, id, key);
      const isWanted = isThere(counted) || (absent === true && at === null);
      if (dry === true || !isWanted) return { erased: counted, before: at, isDone: false };
      const all = await eraseRecords(transaction, [id], erasing);
      // Listed before it is done: a list that cannot be written undoes the erasure, and whoever asked for it hears of that.
      listErased(
        config.dataFolder,
        all.records.map((record) => idHash(key, record)),
      );
      return { erased: all, before: at, isDone: true };
    });
    if (!isDone && !isThere(erased)) {
      if (before === null)
        return fail(`There is nothing with the id ${id}, and nothing was noted. ${howToFind}`);
      const day = new Date(before).toISOString().slice(0, 10);
      const rest = (await scrub(database)) ? "" : stillInFiles;
      return ok(`It was erased already, on ${day}. Nothing of it is here.\n${rest}`);
    }
    if (!isDone) return ok(`Would be erased:\n${await describe(database, id)}${tell(erased)}`);
    const rest = [
      whatFollows,
      (await scrub(database)) ? "" : stillInFiles,
      config.databaseUrl === null ? "" : whatPostgresKeeps,
      tellAsides(config.dataFolder),
    ];
    return ok(`Erased:\n${tell(erased)}${rest.join("")}`);
  },
};

/**
 * Whether a record is that of a team or of the area. Without it nobody could be let in any more, and no backup would bring it
 * back: it would be erased again.
 */
const scopeKindOf = async (database: Kysely<Schema>, id: string): Promise<string | null> => {
  const scope = await database
    .selectFrom("scope")
    .select("kind")
    .where("id", "=", id)
    .where("kind", "in", ["team", "area"])
    .executeTakeFirst();
  return scope?.kind ?? null;
};

/** Who it is, for whoever is about to erase: an id says nothing. */
const describe = async (database: Kysely<Schema>, id: string): Promise<string> => {
  const record = (await loadEntities(database, [id as RecordId])).get(id as RecordId);
  const name = record === undefined ? undefined : ownMember(record.fields, "name");
  return record === undefined ? "" : `${record.kind} ${typeof name === "string" ? name : id}\n`;
};

const isThere = ({ rows, scopes }: Erased): boolean =>
  scopes.length > 0 || Object.values(rows).some((count) => count > 0);

const tell = ({ rows, scopes }: Erased): string =>
  table([
    ["records", String(rows.entity)],
    ["earlier values", String(rows.earlier)],
    ["versions of texts", String(rows.text_rev)],
    ["answers", String(rows.applied)],
    ["scopes that are told", String(scopes.length)],
  ]);

const howToFind =
  "Look the id up: npm run katve -- find NAME. If the record is only in a backup or on a device: --absent.";

const whatFollows =
  "Each device wipes it at its next contact. Keep erasure.key and erased.txt of the data folder, apart from\n" +
  "the backups: with them a restoration of an older backup erases it again.\n";

const stillInFiles =
  "The files of the database still have it: they are in use, or the disk is full. Give the same command once more.\n";

const whatPostgresKeeps =
  "PostgreSQL's own log (pg_wal) has it until it is used anew; an archive of that log keeps it.\n";

/** Data that a restoration set aside are nobody's care but that of whoever reads this. */
const tellAsides = (folder: string): string => {
  const asides = existsSync(folder) ? readdirSync(folder).filter(isAside) : [];
  const lines = asides.map((name) => `  ${join(folder, name)}\n`);
  return asides.length === 0
    ? ""
    : `Data from before a restoration still hold it. Delete them when all is well:\n${lines.join("")}`;
};
