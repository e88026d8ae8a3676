import type { Instant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { bytesToBase64Url } from "#domain/ids.ts";
import { labelOf, openUnlessDamaged, type Sealer } from "../box.ts";
import type { MetaRow } from "../database.ts";

/**
 * What a device knows of its backups: when a person last took one from here, and what has been in a file that was made or
 * brought in here, edits by their ids and drafts by {@link draftMark}.
 */
export type BackupNote = { readonly madeAt: Instant | null; readonly carried: ReadonlySet<string> };

export const noBackups: BackupNote = { madeAt: null, carried: new Set() };

/** The note with more that has been in a file. */
export const withCarried = (note: BackupNote, carried: Iterable<string>): BackupNote => ({
  ...note,
  carried: new Set([...note.carried, ...carried]),
});

/** Names a draft by what it says: the same name with other content is another draft. */
export const draftMark = async (
  { id, content }: { readonly id: string; readonly content: Json },
  subtle: SubtleCrypto,
): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify([id, content]));
  return bytesToBase64Url(new Uint8Array(await subtle.digest("SHA-256", bytes)));
};

const label = labelOf("backup");

/** Seals the note as its row. */
export const sealBackupNote = async (
  sealer: Sealer,
  { madeAt, carried }: BackupNote,
): Promise<MetaRow> => ({
  key: "backup",
  box: await sealer.seal(label, { madeAt, carried: [...carried] }),
});

/** Opens the note; without a row, or with one that does not open, the device knows of no backups. */
export const openBackupNote = async (
  sealer: Sealer,
  row: MetaRow | undefined,
): Promise<BackupNote> => {
  if (row?.key !== "backup") return noBackups;
  const content = await openUnlessDamaged(() => sealer.open(label, row.box));
  if (content === null) return noBackups;
  const { madeAt, carried } = content as {
    readonly madeAt: Instant | null;
    readonly carried: readonly string[];
  };
  return { madeAt, carried: new Set(carried) };
};
