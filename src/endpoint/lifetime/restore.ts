import { copyFile, link, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Chance } from "#domain/chance.ts";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { migrate } from "../database/migrate.ts";
import {
  besides,
  copyDatabase,
  databaseFile,
  type FileFault,
  faultOfFile,
  holdAlone,
  makePrivate,
  makeSingle,
} from "../database/sqlite-file.ts";
import { scrub } from "../database/scrub.ts";
import { makeDataFolder } from "../data-folder.ts";
import { openSqlite } from "../database/sqlite.ts";
import { orReason } from "../system-reason.ts";
import { type Calendars, carryCalendars, noCalendars, readCalendars } from "./carry-calendars.ts";
import { type Carried, carryOver, nothingCarried, readCarried } from "./carried.ts";
import { readErased } from "./erasure-key.ts";
import { beginEra } from "./begin-era.ts";
import type { RevokedDevice } from "./revoke-again.ts";

/** Why a backup was not restored. The present data are then as they were. */
export type RestoreFailure =
  | { readonly code: "backup.unusable"; readonly fault: FileFault }
  | { readonly code: "backup.newer" }
  | { readonly code: "data.in_use" };

/**
 * What a restoration left: the new era, where the data lie that it took the place of, if there were any, and the devices
 * that those had revoked since the backup; `null` where they did not tell.
 */
export type Restored = {
  readonly era: number;
  readonly aside: string | null;
  readonly revoked: readonly RevokedDevice[] | null;
};

/**
 * Puts a backup in the place of the database in a folder, brings its tables to this version and begins a new era on it
 * (`beginEra`). The present database stays in the folder under a dated name. Only the last step, one renaming, changes
 * what the next start finds.
 */
export const restoreDatabase = async (
  backup: string,
  folder: string,
  {
    chance,
    now,
    keyOf,
  }: { readonly chance: Chance; readonly now: Instant; readonly keyOf: () => string },
): Promise<Result<Restored, RestoreFailure>> => {
  const present = join(folder, databaseFile);
  const fault = faultOfFile(backup);
  if (fault !== null) return fail({ code: "backup.unusable", fault });
  const hasPresent = existsSync(present);
  const inUse = fail({ code: "data.in_use" } as const);
  if (hasPresent && !(await orAlone(() => makeSingle(present)))) return inUse;
  let held: Held | null = null;
  let isPlaced = false;
  makeDataFolder(folder);
  const coming = join(folder, "restoring.sqlite");
  await removeDatabase(coming);
  try {
    // Not as a mere file: what somebody copied by hand may have a part of it in the log that lies beside.
    const copied = await copyDatabase(backup, coming);
    if (copied !== "done") return fail({ code: "backup.unusable", fault: "damaged" });
    const replaced = hasPresent ? await readReplaced(present) : nothing;
    // From here on an endpoint that is started again by a supervisor waits, and then opens what has come. It would make a file
    // where there is none, and go on writing beside ours.
    makePrivate(present);
    held = await orAlone(() => holdAlone(present));
    if (held === null) return inUse;
    const listed = readErased(folder);
    const renewed = await renew(
      coming,
      { chance, now, replaced: replaced.carried?.eras ?? [] },
      { ...replaced, key: keyOf(), listed },
    );
    if (renewed === null) return fail({ code: "backup.newer" });
    const aside = hasPresent ? await setAside(folder, now) : null;
    await rename(coming, present);
    isPlaced = true;
    return ok({ ...renewed, aside });
  } finally {
    await removeDatabase(coming);
    if (!hasPresent && held !== null && !isPlaced) await rm(present);
    held?.letGo();
  }
};

/** Migrates the copy, begins its era, and erases and revokes again what was since; `null` when a newer version of the program has written it. */
const renew = async (
  file: string,
  restoring: Parameters<typeof beginEra>[1],
  {
    key,
    listed,
    carried,
    calendars,
  }: Replaced & {
    readonly key: string;
    /** What the list in the data folder says was erased. */
    readonly listed: readonly string[];
  },
): Promise<Omit<Restored, "aside"> | null> => {
  const database = openSqlite(file);
  let renewed: Omit<Restored, "aside"> | null = null;
  try {
    const migrated = await migrate(database);
    if (migrated.ok) {
      const era = await beginEra(database, restoring);
      const erasing = { key, now: restoring.now };
      const { hashes, ...others } = carried ?? nothingCarried;
      const all = { ...others, hashes: [...hashes, ...listed] };
      const revoked = await carryOver(database, all, erasing);
      renewed = { era, revoked: carried === null ? null : revoked };
      await carryCalendars(database, calendars);
      // What was erased is not to be read from pages that are free now either.
      await scrub(database);
    }
  } finally {
    await database.destroy();
  }
  makeSingle(file);
  return renewed;
};

/** What has to be known of data that are replaced, and their calendars; `null` where they do not tell. */
type Replaced = { readonly carried: Carried | null; readonly calendars: Calendars };
const nothing: Replaced = { carried: null, calendars: noCalendars };

/** Reads that, as far as the file is not too broken to tell. */
const readReplaced = async (file: string): Promise<Replaced> => {
  if (faultOfFile(file) !== null) return nothing;
  const database = openSqlite(file);
  try {
    return { carried: await readCarried(database), calendars: await readCalendars(database) };
  } catch {
    // Tables from before there were eras.
    return nothing;
  } finally {
    await database.destroy();
  }
};

type Held = { letGo(): void };
const nobody: Held = { letGo: () => undefined };

/** What is too broken to be opened is in nobody's use. */
const orAlone = async <T>(work: () => T): Promise<T | Held> => {
  const done = await orReason(work);
  return done.ok ? done.value : nobody;
};

const asidePrefix = "katve-before-";

/** Whether a file of the data folder holds data that a restoration took the place of. */
export const isAside = (name: string): boolean => name.startsWith(asidePrefix);

const setAside = async (folder: string, now: Instant): Promise<string> => {
  const present = join(folder, databaseFile);
  const at = new Date(now).toISOString().replaceAll(":", "-").slice(0, 19);
  const aside = join(folder, `${asidePrefix}${at}.sqlite`);
  makePrivate(present);
  // A second name for the same file where the disk knows such; the present one is never away.
  await link(present, aside).catch(() => copyFile(present, aside));
  // Only a broken one has these still: its log must not be taken for that of the coming one.
  for (const end of besides) {
    if (existsSync(`${present}${end}`)) await rename(`${present}${end}`, `${aside}${end}`);
  }
  return aside;
};

const removeDatabase = async (file: string): Promise<void> => {
  for (const end of ["", ...besides]) await rm(`${file}${end}`, { force: true });
};
