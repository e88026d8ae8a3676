import type { OpenSpareDisk } from "./spare.ts";

/** Storage Buckets (WICG draft), which TypeScript does not know yet: what is used of them. */
type StorageBuckets = {
  open(
    name: string,
    options: { readonly durability: "relaxed"; readonly persisted: boolean },
  ): Promise<{ readonly indexedDB: IDBFactory }>;
};

/**
 * The disk of a storage bucket: files of its own beside those of the page's usual disk. `null` where the browser has no
 * buckets, as Firefox and WebKit: they keep IndexedDB in SQLite, which a killed browser leaves whole.
 */
export const openBucket: OpenSpareDisk = async () => {
  const { storageBuckets } = navigator as { readonly storageBuckets?: StorageBuckets };
  const bucket = await storageBuckets?.open("katve-spare", {
    durability: "relaxed",
    persisted: true,
  });
  return bucket?.indexedDB ?? null;
};
