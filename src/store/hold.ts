import type { Table } from "dexie";
import type { DeviceId, MemberId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { BackupNote } from "./backup/backup-note.ts";
import type { Sealer } from "./box.ts";
import type { Doubt, ExchangeMark, KatveDatabase, ScopeRow } from "./database.ts";
import type { Drafts } from "./drafts.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import type { OpenLedger } from "./ledger.ts";
import type { Platform } from "./platform.ts";
import type { Queue } from "./queue.ts";
import type { SegmentIndex } from "./segment-index.ts";

/** What of the disk did not open. Its rows stay where they are. */
export type Damage = {
  /** Unsent edits: nobody else has them. */
  readonly edits: number;
  /** Boxes of records: the endpoint is asked for their scopes anew. */
  readonly records: number;
  /** The browser lost everything and what nobody else has was brought back (`spare/`): the rest comes with the next exchange. */
  readonly isRestMissing: boolean;
};

/** What is wrong with the disk now. To a device that was revoked nothing comes any more: nothing is missing there. */
export const damageOf = ({ unread, isBroughtBack, exchange, scopeRows }: Hold): Damage => ({
  ...unread,
  isRestMissing: isBroughtBack && exchange === null && scopeRows.size > 0,
});

/** An unlocked store's parts: the disk, the key, the ledger that mirrors them, and the last commit it has seen. */
export type Hold = {
  readonly database: KatveDatabase;
  readonly sealer: Sealer;
  readonly platform: Platform;
  /** Whose vault this is: nothing is written to another's. */
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly ledger: OpenLedger;
  readonly scopeRows: Map<ScopeId, ScopeRow>;
  /** The records of a scope that lie outside its segments. */
  readonly loose: Map<ScopeId, Set<RecordId>>;
  readonly segments: SegmentIndex;
  /** Edits whose starting text the endpoint has asked for. */
  readonly baseWanted: Set<OpId>;
  readonly drafts: Drafts;
  readonly queue: Queue;
  rev: number;
  exchange: ExchangeMark | null;
  /** What is here came out of the second copy once. */
  isBroughtBack: boolean;
  /** The endpoint's clock as it was last heard, also in an answer that broke off; `null` before the first. */
  heardAt: Instant | null;
  backup: BackupNote;
  /** `null` unless the endpoint has lost data and not everything of it is settled. */
  doubt: Doubt | null;
  /** The boxes that did not open when the disk was last read. */
  unread: Pick<Damage, "edits" | "records">;
  /** Reads everything anew: another tab has committed. */
  reload(): Promise<Result<true, StorageFailure>>;
  /** Tells the other tabs that there is something to read. */
  tellOthers(): void;
};

/** Remembers that records lie outside their scope's segments. */
export const noteLoose = (hold: Hold, scope: ScopeId, records: Iterable<RecordId>): void => {
  const loose = hold.loose.get(scope) ?? new Set();
  for (const id of records) loose.add(id);
  hold.loose.set(scope, loose);
};

/**
 * One commit: `body` runs in a single read-write transaction, and only if nobody has committed since this tab last
 * looked. `moved` means somebody had: nothing was written and the ledger has been read anew, so the caller builds again.
 * Fails with `storage.lost` when the disk has come to hold another vault.
 * `body` awaits nothing but the database: in Firefox and WebKit anything else loses the transaction.
 */
const commit = async (
  hold: Hold,
  tables: readonly Table[],
  body: () => Promise<void>,
): Promise<Result<"done" | "moved", StorageFailure>> => {
  const { database } = hold;
  const outcome = await guarded(database, () =>
    database.transaction("rw", [...tables, database.identity, database.meta], async () => {
      const [owner, mark] = await Promise.all([
        database.identity.get("self"),
        database.meta.get("rev"),
      ]);
      if (owner?.device !== hold.device) return "foreign" as const;
      const rev = mark?.key === "rev" ? mark.value : 0;
      if (rev !== hold.rev) return "moved" as const;
      // Both at once: each wait is a way to another process and back, and whichever fails undoes the other.
      await Promise.all([body(), database.meta.put({ key: "rev", value: rev + 1 })]);
      return "done" as const;
    }),
  );
  if (!outcome.ok) return outcome;
  if (outcome.value === "foreign") return fail({ code: "storage.lost" });
  if (outcome.value === "moved") {
    const read = await hold.reload();
    return read.ok ? ok("moved") : read;
  }
  hold.rev += 1;
  hold.tellOthers();
  return ok("done");
};

/** A commit in three steps. */
export type Steps<P> = {
  /** Builds and seals, outside of any transaction; runs again when another tab came between. */
  prepare(): Promise<P>;
  /** Writes, inside the transaction: awaits nothing but the database. */
  store(prepared: P): Promise<unknown>;
  /** Brings the ledger in line with the disk, at once after the commit. */
  note(prepared: P): void;
};

/** Commits in three steps. Runs inside the queue: see {@link commitSteps}. */
export const commitNow = async <P>(
  hold: Hold,
  tables: readonly Table[],
  steps: Steps<P>,
): Promise<Result<true, StorageFailure>> => {
  for (;;) {
    const prepared = await steps.prepare();
    const outcome = await commit(hold, tables, async () => {
      await steps.store(prepared);
    });
    if (!outcome.ok) return outcome;
    if (outcome.value === "moved") continue;
    steps.note(prepared);
    hold.ledger.announce();
    return ok(true);
  }
};

/** Commits in three steps, after every commit that was asked for before. */
export const commitSteps = <P>(
  hold: Hold,
  tables: readonly Table[],
  steps: Steps<P>,
): Promise<Result<true, StorageFailure>> => hold.queue.run(() => commitNow(hold, tables, steps));

/** One small action on the disk, after every commit that was asked for before; what was asked for before a lock still happens. */
export const onDisk = <T>(
  hold: Hold,
  action: () => Promise<T>,
): Promise<Result<T, StorageFailure>> => hold.queue.run(() => guarded(hold.database, action));
