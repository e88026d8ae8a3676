import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import type { Op } from "#domain/op.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { noBackups } from "./backup/backup-note.ts";
import { type Backups, backupsOf } from "./backup/backups.ts";
import { makeSealer, openUnlessDamaged } from "./box.ts";
import type { ExchangeMark, KatveDatabase } from "./database.ts";
import { changeDraft } from "./change-draft.ts";
import { throwLater } from "./defect.ts";
import { awaiting, doubtSent, endDoubt, nextToAsk, sendable } from "./sent/doubt.ts";
import { Drafts } from "./drafts.ts";
import { foldScopes } from "./fold.ts";
import { failureOfEnding, guarded, type StorageFailure } from "./guard.ts";
import { type Damage, damageOf, type Hold } from "./hold.ts";
import { type Identity, openIdentity } from "./identity.ts";
import { beginReset, endReset, type IncomingHeader, takeHeader } from "./incoming/inbox.ts";
import { type IncomingChunk, takeChunks } from "./incoming/chunks.ts";
import { takeRevocation } from "./incoming/revocation.ts";
import type { UnlockFailure, VaultKey } from "./keyring.ts";
import { type Ledger, OpenLedger } from "./ledger.ts";
import { makeListeners } from "./listeners.ts";
import { followOthers, loadLedger } from "./load.ts";
import type { Platform } from "./platform.ts";
import { makeQueue } from "./queue.ts";
import { retryEntry } from "./retry.ts";
import { isRevokedWith } from "./revoked.ts";
import { forgetSent } from "./sent/sent.ts";
import { SegmentIndex } from "./segment-index.ts";
import type { Tabs } from "./tabs.ts";
import { dismissEntry, readTray, type TrayEntry } from "./tray.ts";
import type { Pending } from "./unsent.ts";
import { type Edit, newRecordId, writeEdits, type WriteFailure } from "./write.ts";

type Stored<T> = Promise<Result<T, StorageFailure>>;

/** How far the device has come in a scope; `null` for one it has nothing of. */
export type Cursor = {
  readonly epoch: string;
  readonly seq: number;
  readonly resetting: boolean;
  readonly resetAt?: number;
};

/** An unlocked store: what screens read and write, and what the exchange takes out and brings in. */
export type Store = {
  readonly identity: Identity;
  readonly ledger: Ledger;
  readonly drafts: {
    save(id: string, content: Json): Stored<unknown>;
    /** What was being written under this name, or `null`. */
    read(id: string): Json | null;
    clear(id: string): Stored<unknown>;
  };
  readonly tray: {
    read(): Stored<TrayEntry[]>;
    dismiss(op: OpId): Stored<void>;
    /** Sends a refused edit again as a new one, see {@link retryEntry}. */
    retry(op: OpId): Promise<Result<true, WriteFailure>>;
  };
  readonly backup: Backups;
  /** The exchange's side. */
  readonly exchange: {
    /** The last complete exchange, `null` before the first. */
    last(): ExchangeMark | null;
    noteComplete(mark: ExchangeMark): Stored<unknown>;
    /** Unsent edits, oldest first, and which of them have to bring the text they started from. */
    unsent(): readonly Op[];
    /** Those of them that may go out now: see `sendable` in `doubt.ts`. */
    sendable(): readonly Op[];
    /** Those of them that wait for a record which another device has to bring back, each with its save. */
    awaiting(): readonly Pick<Pending, "save" | "op">[];
    /** The next acknowledged edits to ask after, when the endpoint has lost data or may have. */
    inDoubt(): Stored<OpId[]>;
    /** Before a scope comes anew: whether the endpoint has to be asked after acknowledged edits first. */
    doubt(scope: ScopeId, counting: IncomingChunk["cursor"]): Stored<boolean>;
    /** Every scope has come: whatever was lost is settled. */
    endDoubt(): Stored<unknown>;
    wantsBase(op: OpId): boolean;
    cursors(): ReadonlyMap<ScopeId, Cursor>;
    takeHeader(header: IncomingHeader): Stored<unknown>;
    /** The endpoint has revoked this device: see {@link takeRevocation}. */
    takeRevocation(): Stored<unknown>;
    beginReset(scope: ScopeId, resetAt?: number): Stored<unknown>;
    takeChunks(...chunks: readonly IncomingChunk[]): Stored<unknown>;
    endReset(scope: ScopeId, cursor: IncomingChunk["cursor"]): Stored<unknown>;
    /** Tidies the disk; run when nobody waits. */
    tidy(): Stored<unknown>;
  };
  newRecordId(): RecordId;
  /** Whether the device has heard that a record was erased; nothing but its id is kept of one. */
  isErased(record: RecordId): boolean;
  /** `draft` names the one that these edits come of, if any: it ends with them. */
  write(edits: readonly Edit[], draft?: string): Promise<Result<true, WriteFailure>>;
  /** Whether the endpoint has taken every scope from this device: see {@link DoorState}. */
  isRevoked(): boolean;
  /** What of the disk did not open when it was last read. */
  damage(): Damage;
  /** Calls `listener` when somebody has locked the vault in another tab; this one is to be closed then. Returns how to stop. */
  onLocked(listener: () => void): () => void;
  /**
   * Calls `listener` when the disk is gone for good, whatever is tried: `storage.newer` when a newer version of the program
   * in another tab took it over (this page has to be loaded anew), `storage.lost` when it was wiped. Returns how to stop.
   */
  onEnding(listener: (failure: StorageFailure) => void): () => void;
  /** Locks the vault in every tab: tells the others and closes this one. */
  lock(): void;
  /**
   * Forgets the key and closes the disk, in this tab. What was asked for before is still written, what is asked for
   * afterwards fails with `storage.lost`. Everything unsent stays on the disk, sealed.
   */
  close(): void;
};

/**
 * Opens an enrolled device's store with its vault key and reads everything into the ledger. Fails with `vault.damaged` when
 * what makes the device the member's does not open; other damage leaves the rest readable, see {@link Store.damage}.
 */
export const openStore = async (
  database: KatveDatabase,
  key: VaultKey,
  platform: Platform,
  openTabs: () => Tabs,
): Promise<Result<Store, UnlockFailure | StorageFailure>> => {
  database.mustExist = true;
  const sealer = makeSealer(key, platform.subtle, platform.chance);
  const row = await guarded(database, () => database.identity.get("self"));
  if (!row.ok) return row;
  const self = row.value;
  const identity =
    self === undefined
      ? null
      : await openUnlessDamaged(() => openIdentity(self, sealer, platform.subtle));
  if (identity === null) return fail({ code: "vault.damaged" });
  const tabs = openTabs();
  const hold = makeHold(database, sealer, platform, tabs, identity);
  // Listening begins before reading: a commit in between is caught up with afterwards.
  const store = storeOf(hold, identity, tabs);
  const loaded = await hold.queue.run(() => hold.reload());
  if (loaded.ok) return ok(store);
  store.close();
  return loaded;
};

const makeHold = (
  database: KatveDatabase,
  sealer: Hold["sealer"],
  platform: Platform,
  tabs: Tabs,
  { device, member }: Identity,
): Hold => {
  const hold: Hold = {
    database,
    sealer,
    platform,
    device,
    member,
    ledger: new OpenLedger(member, platform.onDefect),
    scopeRows: new Map(),
    loose: new Map(),
    segments: new SegmentIndex(),
    baseWanted: new Set(),
    drafts: new Drafts(),
    queue: makeQueue(),
    rev: 0,
    exchange: null,
    isBroughtBack: false,
    heardAt: null,
    backup: noBackups,
    doubt: null,
    unread: { edits: 0, records: 0 },
    reload: () => loadLedger(hold),
    tellOthers: () => tabs.tellCommitted(),
  };
  return hold;
};

const storeOf = (hold: Hold, identity: Identity, tabs: Tabs): Store => {
  const { onDefect = throwLater } = hold.platform;
  const onLocked = makeListeners<void>(onDefect);
  const onEnding = makeListeners<StorageFailure>(onDefect);
  const close = () => {
    hold.queue.close(() => {
      tabs.close();
      hold.database.end("closed");
      hold.drafts.replace([]);
      hold.ledger.clear();
      hold.ledger.announce();
    });
  };
  let isReadingAsked = false;
  tabs.onCommitted(() => {
    // Many commits elsewhere make one reading here.
    if (isReadingAsked) return;
    isReadingAsked = true;
    void hold.queue.run(() => {
      isReadingAsked = false;
      return followOthers(hold);
    });
  });
  tabs.onLocked(() => onLocked.tell());
  hold.database.onEnding((ending) => {
    if (ending !== "closed") onEnding.tell(failureOfEnding[ending]);
  });
  return {
    identity,
    ledger: hold.ledger,
    drafts: {
      save: (id, content) => changeDraft(hold, id, content),
      read: (id) => hold.drafts.read(id),
      clear: (id) => changeDraft(hold, id, null),
    },
    tray: {
      read: () => readTray(hold),
      dismiss: (op) => dismissEntry(hold, op),
      retry: (op) => retryEntry(hold, op),
    },
    backup: backupsOf(hold),
    exchange: exchangeOf(hold),
    newRecordId: () => newRecordId(hold),
    isErased: (record) => hold.drafts.wiped().has(record),
    write: (edits, draft) => writeEdits(hold, edits, draft),
    isRevoked: () =>
      isRevokedWith(hold.scopeRows.size, hold.exchange !== null || hold.isBroughtBack),
    damage: () => damageOf(hold),
    onLocked: onLocked.add,
    onEnding: onEnding.add,
    lock() {
      tabs.tellLocked();
      close();
    },
    close,
  };
};

const exchangeOf = (hold: Hold): Store["exchange"] => ({
  last: () => hold.exchange,
  noteComplete: (mark) => noteComplete(hold, mark),
  unsent: () => hold.ledger.outbox().map(({ op }) => op),
  sendable: () => sendable(hold).map(({ op }) => op),
  awaiting: () => awaiting(hold),
  inDoubt: () => nextToAsk(hold),
  doubt: (scope, counting) => doubtSent(hold, scope, counting),
  endDoubt: () => endDoubt(hold),
  wantsBase: (op) => hold.baseWanted.has(op),
  cursors: () => cursorsOf(hold),
  takeHeader: (header) => takeHeader(hold, header),
  takeRevocation: () => takeRevocation(hold),
  beginReset: (scope, resetAt) => beginReset(hold, scope, resetAt),
  takeChunks: (...chunks) => takeChunks(hold, ...chunks),
  endReset: (scope, cursor) => endReset(hold, scope, cursor),
  tidy: async () => {
    const folded = await foldScopes(hold);
    return folded.ok ? forgetSent(hold) : folded;
  },
});

/** Changes nothing that a writer must have seen, so `rev` stays; the other tabs still show when the exchange was. */
const noteComplete = (hold: Hold, mark: ExchangeMark): Stored<unknown> =>
  hold.queue.run(async () => {
    const { database, ledger } = hold;
    const noted = await guarded(database, () =>
      database.meta.put({ key: "exchange", value: mark }),
    );
    if (!noted.ok) return noted;
    hold.exchange = mark;
    hold.tellOthers();
    ledger.touchExchange();
    ledger.announce();
    return noted;
  });

const cursorsOf = (hold: Hold): ReadonlyMap<ScopeId, Cursor> => {
  const cursors = new Map<ScopeId, Cursor>();
  for (const { scope, epoch, seq, resetting, resetAt } of hold.scopeRows.values()) {
    if (epoch !== null)
      cursors.set(scope, { epoch, seq, resetting, ...(resetting && { resetAt: resetAt ?? 1 }) });
  }
  return cursors;
};
