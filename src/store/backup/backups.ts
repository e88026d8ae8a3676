import type { Instant } from "#domain/instant.ts";
import type { Result } from "#domain/result.ts";
import type { Backup, BackupCounts } from "./backup.ts";
import type { BackupFailure } from "./backup-file.ts";
import type { StorageFailure } from "../guard.ts";
import type { Hold } from "../hold.ts";
import type { Restored } from "./restore.ts";
import { countUnkept } from "./unkept.ts";

/** Backup files of this device: making them, bringing them in, and what is in none. */
export type Backups = {
  /** When a person last took one from this device, `null` if never. */
  last(): Instant | null;
  /** How many saves from before a time wait to be sent and are in none. */
  unkept(before: Instant): number;
  count(): Promise<Result<BackupCounts, StorageFailure>>;
  make(
    passphrase: string,
  ): Promise<Result<Backup, StorageFailure | { readonly code: "passphrase.too_short" }>>;
  /** To be told once the person has the file. */
  noteTaken(backup: Backup): Promise<Result<true, StorageFailure>>;
  restore(
    file: Uint8Array,
    passphrase: string,
  ): Promise<Result<Restored, BackupFailure | StorageFailure>>;
};

/**
 * The backups of an open store. What makes and reads a file is loaded when it is first asked for: few days need it, and it
 * would be a twentieth of what has to come before the start page.
 */
export const backupsOf = (hold: Hold): Backups => ({
  last: () => hold.backup.madeAt,
  unkept: (before) => countUnkept(hold, before),
  count: async () => (await making()).countBackup(hold),
  make: async (passphrase) => (await making()).makeBackup(hold, passphrase),
  noteTaken: async (backup) => (await making()).noteBackup(hold, backup),
  restore: async (file, passphrase) =>
    (await import("./restore.ts")).restoreBackup(hold, file, passphrase),
});

const making = () => import("./backup.ts");
