import type { MemberId } from "#domain/ids.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { makeSealer } from "./box.ts";
import { type IdentityRow, KatveDatabase, type KeyringRow } from "./database.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import { type DeviceKeys, sealIdentity } from "./identity.ts";
import { makeKeyring, type UnlockFailure, unwrapKeyring } from "./keyring.ts";
import type { DerivationCost, Platform } from "./platform.ts";
import { isRevokedWith } from "./revoked.ts";
import { bringBack } from "./spare/rows.ts";
import { type OpenSpareDisk, Spare } from "./spare/spare.ts";
import { openStore, type Store } from "./store.ts";
import type { Tabs } from "./tabs.ts";

/**
 * `new`: nobody has enrolled on this device. `locked`: somebody has, and `hasUnsent` tells whether edits wait on it to be
 * sent (their number is in the clear); `isRevoked`, whether every scope has been taken from a device that had come to the
 * end of an exchange: what is unsent will not go out from there.
 */
export type DoorState =
  | { readonly kind: "new" }
  | { readonly kind: "locked"; readonly hasUnsent: boolean; readonly isRevoked: boolean };

/** The way into the device's store: whether there is one, making it, and opening it. */
export type Door = {
  /** What can be told without a key. */
  state(): Promise<Result<DoorState, StorageFailure>>;
  /**
   * Makes the vault of a device that has just been enrolled, and opens it. Fails with `storage.blocked` where another tab
   * has made one meanwhile.
   */
  enrol(
    keys: DeviceKeys,
    owner: { readonly member: MemberId; readonly name: string },
    passphrase: string,
  ): Promise<Result<Store, StorageFailure>>;
  /** Fails with `vault.damaged`, and leaves the disk as it is, when the device's identity does not open. */
  unlock(passphrase: string): Promise<Result<Store, UnlockFailure | StorageFailure>>;
};

/**
 * What a door is built from. `openTabs` joins the other tabs; `cost` is set lower where a test makes many vaults;
 * `openSpareDisk` says where the second copy lies (none without it).
 */
export type DoorParts = {
  readonly name: string;
  readonly platform: Platform;
  readonly openTabs: () => Tabs;
  readonly cost?: DerivationCost;
  readonly indexedDB?: IDBFactory;
  readonly openSpareDisk?: OpenSpareDisk;
  readonly IDBKeyRange?: typeof IDBKeyRange;
};

/** Makes the door. Nothing is opened before it is asked to. */
export const makeDoor = (parts: DoorParts): Door => {
  const { name, platform, cost } = parts;
  const { subtle, chance } = platform;

  /** Runs `use` with a connection that is closed again unless a store has come of it. */
  const connected = async <T, F>(
    use: (database: KatveDatabase) => Promise<Result<T, F>>,
    isKept: boolean,
  ): Promise<Result<T, F | StorageFailure>> => {
    const database = new KatveDatabase(name, parts.indexedDB, parts.IDBKeyRange);
    const { openSpareDisk } = parts;
    const spare =
      openSpareDisk === undefined ? null : new Spare(database, openSpareDisk, parts.IDBKeyRange);
    let isOpen = false;
    try {
      const recovered = spare === null ? ok(true) : await recover(database, spare);
      if (!recovered.ok) return recovered;
      const result = await use(database);
      isOpen = isKept && result.ok;
      if (isOpen) spare?.match();
      return result;
    } finally {
      if (!isOpen) database.end("closed");
    }
  };

  return {
    state: () =>
      connected(async (database) => {
        const read = await guarded(database, () =>
          Promise.all([
            database.identity.get("self"),
            database.outbox.count(),
            database.scopes.count(),
            database.meta.bulkGet(["exchange", "broughtBack"]),
          ]),
        );
        if (!read.ok) return read;
        const [identity, unsent, scopes, marks] = read.value;
        const isRevoked = isRevokedWith(
          scopes,
          marks.some((mark) => mark !== undefined),
        );
        return ok(
          identity === undefined
            ? { kind: "new" }
            : { kind: "locked", hasUnsent: unsent > 0, isRevoked },
        );
      }, false),

    enrol: (keys, owner, passphrase) =>
      connected(async (database) => {
        const made = await makeKeyring(passphrase, platform, cost);
        const identity = await sealIdentity(keys, owner, makeSealer(made.key, subtle, chance));
        const stored = await guarded(database, () => storeVault(database, made.row, identity));
        if (!stored.ok) return stored;
        if (!stored.value) return fail({ code: "storage.blocked" });
        const opened = await openStore(database, made.key, platform, parts.openTabs);
        return opened as Result<Store, StorageFailure>;
      }, true),

    unlock: (passphrase) =>
      connected(async (database) => {
        const row = await guarded(database, () => database.keyring.get("passphrase"));
        if (!row.ok) return row;
        if (row.value === undefined) return fail({ code: "vault.missing" });
        const { result, next } = await unwrapKeyring(row.value, passphrase, platform);
        const { failures, notBefore } = next;
        if (failures !== row.value.failures || notBefore !== row.value.notBefore) {
          // A disk too full to count on does not keep the owner out.
          await guarded(database, () =>
            database.keyring.update("passphrase", { failures, notBefore }),
          );
        }
        if (!result.ok) return result;
        return openStore(database, result.value, platform, parts.openTabs);
      }, true),
  };
};

/**
 * Brings the vault back out of the second copy where the browser has lost the first. Where that cannot be done now the device
 * is not taken for a new one: whoever enrolled on it would overwrite the last copy.
 */
const recover = async (
  database: KatveDatabase,
  spare: Spare,
): Promise<Result<unknown, StorageFailure>> => {
  const there = await guarded(database, () => database.identity.count());
  if (!there.ok || there.value > 0) return there;
  const rows = await spare.rows();
  const { value } = rows.ok ? rows : { value: null };
  return value === null ? rows : guarded(database, () => bringBack(database, value));
};

/**
 * Stores a new vault and tells whether it did: one that is there, and may hold unsent edits, is never replaced. Only the
 * same device may try again as long as nothing was ever committed.
 */
const storeVault = (
  database: KatveDatabase,
  keyring: KeyringRow,
  identity: IdentityRow,
): Promise<boolean> =>
  database.transaction("rw", [database.keyring, database.identity, database.meta], async () => {
    const there = await database.identity.get("self");
    const rev = await database.meta.get("rev");
    if (there !== undefined && (there.device !== identity.device || rev !== undefined))
      return false;
    await database.keyring.put(keyring);
    await database.identity.put(identity);
    return true;
  });
