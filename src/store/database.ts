import { type DBCore, Dexie, type Table } from "dexie";
import type { EraVersions } from "#domain/era.ts";
import type { RefusalCode } from "#domain/failure.ts";
import type { DeviceId, MemberId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Role, ScopeKind } from "#domain/kind.ts";
import type { Box } from "./box.ts";
import { strictFactory } from "./factory.ts";
import type { DerivationCost } from "./platform.ts";

/** The key of the vault, wrapped under one way to open it. `failures` and `notBefore` slow down whoever guesses. */
export type KeyringRow = {
  readonly way: "passphrase";
  readonly salt: Uint8Array;
  readonly cost: DerivationCost;
  readonly box: Box;
  readonly failures: number;
  readonly notBefore: Instant;
};

/** Whose device this is. The private key and the member's name are in the box. */
export type IdentityRow = {
  readonly id: "self";
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly box: Box;
};

/** Up to 200 records of one scope in one box, as one line of the exchange brought them. `records` wins over it by `ver`. */
export type SegmentRow = {
  readonly id: string;
  readonly scope: ScopeId;
  readonly generation: number;
  readonly box: Box;
};

/** One record of one scope that changed since its segment was written. */
export type RecordRow = {
  readonly scope: ScopeId;
  readonly id: RecordId;
  readonly kind: string;
  readonly ver: number;
  readonly generation: number;
  readonly box: Box;
};

/** One unsent edit. `n` orders the edits of a device; `save` is common to the edits that were saved together. */
export type OutboxRow = {
  readonly n?: number;
  readonly op: OpId;
  readonly record: RecordId;
  readonly save: OpId;
  readonly box: Box;
  readonly again?: Again;
};

/**
 * Of an edit that was made before the endpoint lost data: since when that is known (the endpoint's clock), and the versions
 * its record had when the edit was acknowledged; none if it was not, or the answers did not tell.
 */
export type Again = { readonly was: EraVersions; readonly since: Instant };

/** One edit that was acknowledged, as it was in the outbox, and the versions its record had then. */
export type SentEdit = Required<Pick<OutboxRow, "n" | "op" | "record" | "save" | "box">> & {
  readonly was: EraVersions;
};

/**
 * Up to 200 edits that were acknowledged together, kept for a while in case the endpoint loses them (`sent.ts`). Their
 * numbers follow each other without a gap; `n` is the last one.
 */
export type SentRow = {
  readonly n: number;
  readonly edits: readonly SentEdit[];
  /** The endpoint's clock when they were acknowledged. */
  readonly at: Instant;
};

/**
 * The endpoint has lost data: it is being asked after the acknowledged edits from number `after` on, exclusive, up to
 * `upTo`; when that is done, its scopes come anew. `epoch` is how it counts since then.
 */
export type Doubt = { readonly epoch: string; readonly after: number; readonly upTo: number };

/** One edit the endpoint refused, with its content, until a person has dealt with it. */
export type TrayRow = {
  readonly op: OpId;
  readonly record: RecordId;
  readonly reason: RefusalCode;
  readonly box: Box;
  /** The record it changed, as it was last seen here; missing where the edit itself made it, or nothing was seen. */
  readonly about?: Box;
};

/** A scope the member belongs to and how far this device has it. `epoch` is null before its first complete line. */
export type ScopeRow = {
  readonly scope: ScopeId;
  readonly kind: ScopeKind;
  readonly role: Role;
  readonly epoch: string | null;
  readonly seq: number;
  readonly generation: number;
  readonly resetting: boolean;
  /** The number the scope had when the endpoint began to send it anew; without it that is not known. */
  readonly resetAt?: number;
};

/** What was being written when the screen was left. */
export type DraftRow = { readonly id: string; readonly box: Box };

/**
 * `rev` counts the commits to the other tables: whoever wants to write must have seen the last one. What the device knows
 * of its backups is sealed (`backup-note.ts`). `erased` are the records it has heard of that nothing may stay of.
 * `broughtBack` says that the browser had lost everything here, and what is here since came out of the second copy (`spare/`).
 */
export type MetaRow =
  | { readonly key: "rev"; readonly value: number }
  | { readonly key: "exchange"; readonly value: ExchangeMark }
  | { readonly key: "backup"; readonly box: Box }
  | { readonly key: "doubt"; readonly value: Doubt }
  | { readonly key: "erased"; readonly value: readonly RecordId[] }
  | { readonly key: "broughtBack"; readonly value: true };

/** The last complete exchange: by the device's clock, by the endpoint's, and how far the device's clock is ahead, in ms. */
export type ExchangeMark = {
  readonly at: Instant;
  readonly endpointAt: Instant;
  readonly clockAheadMs: number;
};

/** The version of the tables. Any change of `stores` below raises it. */
export const DATABASE_VERSION = 3;

/** Dexie multiplies versions by ten in the browser. */
const nativeVersion = DATABASE_VERSION * 10;

/**
 * Why nothing opens the disk again through this object: it was closed here, a newer version of the program wants the
 * disk, or the disk was wiped.
 */
export type Ending = "closed" | "newer" | "wiped";

/** Another tab holds an older version of the tables open and does not let go. */
export class DiskBlocked extends Error {
  override name = "DiskBlocked";
}

/**
 * What the endpoint brought need not be forced to the disk commit by commit: rows and cursor go together, so whatever a
 * power cut takes is brought again. A line of the exchange always touches `segments`, an edit never does.
 */
const relaxReplaceable = (core: DBCore): DBCore => ({
  ...core,
  transaction: (tables, mode, options) => {
    const isReplaceable = tables.includes("segments") || tables.every((table) => table === "meta");
    return core.transaction(tables, mode, isReplaceable ? { durability: "relaxed" } : options);
  },
});

/**
 * The tables of the device. In the clear lie ids, kinds, versions and counters; everything a record says is in a box.
 * This is the only file that knows Dexie's schema.
 */
export class KatveDatabase extends Dexie {
  readonly keyring!: Table<KeyringRow, string>;
  readonly identity!: Table<IdentityRow, string>;
  readonly segments!: Table<SegmentRow, string>;
  readonly records!: Table<RecordRow, [ScopeId, RecordId]>;
  readonly outbox!: Table<OutboxRow, number>;
  readonly sent!: Table<SentRow, number>;
  readonly tray!: Table<TrayRow, OpId>;
  readonly scopes!: Table<ScopeRow, ScopeId>;
  readonly drafts!: Table<DraftRow, string>;
  readonly meta!: Table<MetaRow, string>;

  /** Set once somebody's data is known to be here: from then on a vanished database is not made anew. */
  mustExist = false;
  /** What a commit has to reach as well before it is told of, if there is a second copy. */
  spare: { settled(): Promise<void>; forgetScopes(): void } | null = null;
  #ending: Ending | null = null;
  #opening: Promise<void> | null = null;
  #isBlocked = false;
  #rejectBlocked: () => void = () => undefined;
  readonly #onEnding = new Set<(ending: Ending) => void>();

  constructor(
    name: string,
    indexedDB: IDBFactory = globalThis.indexedDB,
    IDBKeyRange: typeof globalThis.IDBKeyRange = globalThis.IDBKeyRange,
  ) {
    super(name, {
      // An edit is only kept once it is on the disk: the browser's default may lose the last ones with the power.
      chromeTransactionDurability: "strict",
      indexedDB: strictFactory(indexedDB, nativeVersion, () => this.mustExist),
      IDBKeyRange,
    });
    this.version(2).stores({
      keyring: "way",
      identity: "id",
      segments: "id, scope",
      records: "[scope+id], scope",
      outbox: "++n, &op",
      sent: "n, &op, record, at",
      tray: "op",
      scopes: "scope",
      drafts: "id",
      meta: "key",
    });
    this.version(DATABASE_VERSION)
      .stores({ sent: "n, at" })
      .upgrade(async (transaction) => {
        // Before there were packs, each edit had a row of its own.
        const rows = await transaction.table<SentEdit & Pick<SentRow, "at">>("sent").toArray();
        const packs = rows.map(({ at, ...edit }): SentRow => ({ n: edit.n, edits: [edit], at }));
        await transaction.table<SentRow>("sent").bulkPut(packs);
      });
    this.use({ stack: "dbcore", name: "durability", create: relaxReplaceable });
    // `false` keeps Dexie's own listeners out, which write to the console and would open the connection again.
    this.on("versionchange", (event: IDBVersionChangeEvent) => {
      this.end(event.newVersion === null || event.newVersion === 0 ? "wiped" : "newer");
      return false;
    });
    this.on("blocked", () => {
      this.#isBlocked = true;
      this.#rejectBlocked();
      return false;
    });
  }

  /** Why nothing opens the disk again through this object, `null` while something may. */
  get ending(): Ending | null {
    return this.#ending;
  }

  /** Calls `listener` once, when the connection ends for good. */
  onEnding(listener: (ending: Ending) => void): void {
    this.#onEnding.add(listener);
  }

  /** Ends the connection for good. A transaction under way finishes; nothing begins any more. */
  end(ending: Ending): void {
    if (this.#ending !== null) return;
    this.#ending = ending;
    this.close();
    for (const listener of this.#onEnding) listener(ending);
  }

  /** Opens the connection unless it is open. Rejects with {@link DiskBlocked} instead of waiting for another tab. */
  connect(): Promise<void> {
    if (this.isOpen()) return Promise.resolve();
    if (this.#isBlocked) return Promise.reject(new DiskBlocked("still blocked"));
    this.#opening ??= new Promise<void>((resolve, reject) => {
      this.#rejectBlocked = () => reject(new DiskBlocked("another tab holds older tables"));
      this.open().then(() => resolve(), reject);
      this.open()
        .finally(() => (this.#isBlocked = false))
        .catch(() => undefined);
    }).finally(() => (this.#opening = null));
    return this.#opening;
  }

  /** Opens a fresh connection in place of a lost one, unless somebody else who had lost it has done so already. */
  reconnect(lost: IDBDatabase | null): Promise<void> {
    if (lost !== null && this.backendDB() === lost) this.close({ disableAutoOpen: false });
    return this.connect();
  }
}
