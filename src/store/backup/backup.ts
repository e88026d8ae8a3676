import type { Instant } from "#domain/instant.ts";
import { checkPassphrase } from "#domain/passphrase.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { BackupContent } from "./backup-content.ts";
import { sealBackupFile } from "./backup-file.ts";
import { draftMark, sealBackupNote, withCarried } from "./backup-note.ts";
import type { DraftRow, SentRow, TrayRow } from "../database.ts";
import { openDrafts } from "../drafts.ts";
import { guarded, type StorageFailure } from "../guard.ts";
import { commitSteps, type Hold } from "../hold.ts";
import { openSent } from "../sent/sent.ts";
import { openTray } from "../tray.ts";

/** A backup that was made. `carried` is what it holds that the endpoint does not, as {@link noteBackup} keeps it. */
export type Backup = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly madeAt: Instant;
  readonly carried: readonly string[];
};

/** What a backup made now would hold: saves that wait, refused edits, the names of drafts, records. */
export type BackupCounts = {
  readonly unsent: number;
  readonly refused: number;
  readonly drafts: readonly string[];
  readonly records: number;
};

/**
 * Makes a backup of everything written and seen on this device: one moment of it, sealed under a passphrase that the file
 * has for itself. Fails with `passphrase.too_short`, and as every reading of the disk does.
 */
export const makeBackup = async (
  hold: Hold,
  passphrase: string,
): Promise<Result<Backup, StorageFailure | { readonly code: "passphrase.too_short" }>> => {
  const checked = checkPassphrase(passphrase);
  if (!checked.ok) return fail({ code: checked.failure });
  const gathered = await hold.queue.run(() => gather(hold));
  if (!gathered.ok) return gathered;
  const content = gathered.value;
  return ok({
    bytes: await sealBackupFile(JSON.stringify(content), passphrase, hold.platform),
    madeAt: content.madeAt,
    carried: await carriedIn(content, hold.platform.subtle),
  });
};

/** Remembers that a person has taken a backup away: what is in it need not be reminded of. */
export const noteBackup = (
  hold: Hold,
  { madeAt, carried }: Backup,
): Promise<Result<true, StorageFailure>> =>
  commitSteps(hold, [], {
    async prepare() {
      const next = { ...withCarried(hold.backup, carried), madeAt };
      return { next, row: await sealBackupNote(hold.sealer, next) };
    },
    store: ({ row }) => hold.database.meta.put(row),
    note({ next }) {
      hold.backup = next;
      hold.ledger.touchBackup();
    },
  });

/** Counts what a backup would hold. */
export const countBackup = async (hold: Hold): Promise<Result<BackupCounts, StorageFailure>> => {
  const { database, ledger } = hold;
  // Behind what was handed over before: a form that has just been left is still writing its draft.
  const read = await hold.queue.run(() =>
    guarded(database, () =>
      Promise.all([database.tray.count(), database.drafts.toCollection().primaryKeys()]),
    ),
  );
  if (!read.ok) return read;
  const [refused, drafts] = read.value;
  const records = new Set<string>();
  for (const scope of hold.scopeRows.keys()) {
    for (const { id } of ledger.statesIn(scope)) records.add(id);
  }
  return ok({ unsent: ledger.unsentSaves(), refused, drafts, records: records.size });
};

/** What the device and its backups know by name of a content: its edits, waiting or refused, and its drafts. */
export const carriedIn = async (
  { edits, tray, drafts }: BackupContent,
  subtle: SubtleCrypto,
): Promise<string[]> => [
  ...edits.map(({ op }) => op.id),
  ...tray.map(({ op }) => op.id),
  ...(await Promise.all(drafts.map((draft) => draftMark(draft, subtle)))),
];

/** Reads one moment of the device: acknowledged edits, tray and drafts from the disk, the rest from the ledger of the same commit. */
const gather = async (hold: Hold): Promise<Result<BackupContent, StorageFailure>> => {
  const { database } = hold;
  const { meta, sent, tray, drafts } = database;
  for (;;) {
    const read = await guarded(database, () =>
      database.transaction("r", [meta, sent, tray, drafts], async () => ({
        mark: await meta.get("rev"),
        sent: await sent.orderBy("n").toArray(),
        tray: await tray.toArray(),
        drafts: await drafts.toArray(),
      })),
    );
    if (!read.ok) return read;
    const { mark, ...rows } = read.value;
    if ((mark?.key === "rev" ? mark.value : 0) === hold.rev) {
      return ok(await contentOf(hold, rows));
    }
    const reloaded = await hold.reload();
    if (!reloaded.ok) return reloaded;
  }
};

const contentOf = async (
  hold: Hold,
  {
    sent,
    tray,
    drafts,
  }: {
    readonly sent: readonly SentRow[];
    readonly tray: readonly TrayRow[];
    readonly drafts: readonly DraftRow[];
  },
): Promise<BackupContent> => {
  const { ledger, sealer, platform } = hold;
  return {
    madeAt: platform.clock.now(),
    member: hold.member,
    device: hold.device,
    clockAheadMs: hold.exchange?.clockAheadMs ?? null,
    edits: ledger.outbox().map(({ save, op }) => ({ save, op })),
    sent: await openSent(sealer, sent),
    tray: await openTray(sealer, tray),
    drafts: (await openDrafts(sealer, drafts)).map(([id, content]) => ({ id, content })),
    scopes: [...hold.scopeRows.values()].map(({ scope, kind, role }) => ({
      scope,
      kind,
      role,
      records: [...ledger.statesIn(scope)].map(({ id, kind: of, home, shares, ver, fields }) => ({
        id,
        kind: of,
        home,
        shares,
        ver,
        fields,
      })),
    })),
  };
};
