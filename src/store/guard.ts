import { Dexie } from "dexie";
import type { DeviceFailureCode } from "#domain/failure.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { DiskBlocked, type Ending, type KatveDatabase } from "./database.ts";

/** Why the device's disk did not do what it was asked to. */
export type StorageFailure = { readonly code: Extract<DeviceFailureCode, `storage.${string}`> };

/**
 * Runs a database action. A lost connection (iOS takes them from pages in the background: dexie issues #832, #2008) is
 * opened again and the action tried once more, so `action` must be safe to repeat, also when it had worked after all.
 * Fails with `storage.full`, `storage.newer` (the tables belong to a newer version), `storage.blocked` (a tab of an older
 * version does not let go of them) and `storage.lost` (anything else, and a store that was closed).
 * Whatever is no failure of the disk is thrown on. What it added is in the second copy too when it is done (`spare/`).
 */
export const guarded = async <T>(
  database: KatveDatabase,
  action: () => Promise<T>,
): Promise<Result<T, StorageFailure>> => {
  let connection: IDBDatabase | null = null;
  const attempt = async () => {
    await database.connect();
    connection = database.backendDB();
    const done = await action();
    await database.spare?.settled();
    return ok(done);
  };
  if (database.ending !== null) return fail(failureOfEnding[database.ending]);
  try {
    return await attempt();
  } catch (error) {
    if (database.ending !== null) return fail(failureOfEnding[database.ending]);
    if (!isLostConnection(error)) return fail(toStorageFailure(error));
  }
  try {
    await database.reconnect(connection);
    return await attempt();
  } catch (error) {
    return fail(
      database.ending === null ? toStorageFailure(error) : failureOfEnding[database.ending],
    );
  }
};

/** How a connection that ended for good is told to whoever still asks. */
export const failureOfEnding: Record<Ending, StorageFailure> = {
  closed: { code: "storage.lost" },
  wiped: { code: "storage.lost" },
  newer: { code: "storage.newer" },
};

/** Errors of a connection that is gone; a fresh one may work. */
const lostConnection = new Set([
  "DatabaseClosedError",
  "InvalidStateError",
  "UnknownError",
  "TransactionInactiveError",
  "AbortError",
]);

const isLostConnection = (error: unknown): boolean =>
  !isQuota(error) && causesOf(error).some(({ name }) => lostConnection.has(name));

const isQuota = (error: unknown): boolean =>
  causesOf(error).some(({ name }) => name === "QuotaExceededError");

/** A transaction that did not fit is reported as aborted, with the reason inside; one of many rows may have been the one. */
const causesOf = (error: unknown): readonly Error[] => {
  if (!(error instanceof Error)) return [];
  const { inner, failures } = error as { inner?: unknown; failures?: readonly unknown[] };
  return [error, inner, ...(failures ?? [])].filter((cause) => cause instanceof Error);
};

const toStorageFailure = (error: unknown): StorageFailure => {
  if (isQuota(error)) return { code: "storage.full" };
  if (error instanceof DiskBlocked) return { code: "storage.blocked" };
  if (causesOf(error).some(({ name }) => name === "VersionError")) return { code: "storage.newer" };
  if (error instanceof Dexie.DexieError || error instanceof DOMException) {
    return { code: "storage.lost" };
  }
  throw error;
};
