import { FaultyDisk } from "../../unit/store/faulty-disk.ts";

/** What lies on a device's disk at one moment. */
export type DiskImage = { readonly databases: ReadonlyMap<string, object> };

type Factory = { _databases: Map<string, object> };

/**
 * Takes an image of a disk while nothing is being written. Rows are shared with the disk, for a stored row is replaced and
 * never changed; everything around them is copied.
 */
export const imageOf = (disk: IDBFactory): DiskImage => ({
  databases: copyAll((disk as unknown as Factory)._databases),
});

/** A disk that holds what the image holds. */
export const diskFrom = (image: DiskImage): FaultyDisk => {
  const disk = new FaultyDisk();
  (disk as unknown as Factory)._databases = copyAll(image.databases);
  return disk;
};

const copyAll = (databases: ReadonlyMap<string, object>): Map<string, object> =>
  new Map([...databases].map(([name, database]) => [name, copyDatabase(database)]));

const copyDatabase = (database: object): object => {
  const copies = new Map<object, unknown>();
  const copy = copyGraph(database, copies) as {
    transactions: unknown[];
    connections: unknown[];
    processTransactions: () => void;
  };
  copy.transactions = [];
  copy.connections = [];
  const { processTransactions } = Object.getPrototypeOf(copy) as typeof copy;
  copy.processTransactions = processTransactions.bind(copy);
  return copy;
};

/** What of a database object is its own connection to the past: transactions and open connections stay behind. */
const leftBehind = new Set(["transactions", "connections", "processTransactions"]);

const copyGraph = (value: unknown, copies: Map<object, unknown>): unknown => {
  if (typeof value !== "object" || value === null || isLeaf(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    copies.set(value, copy);
    for (const [key, inner] of value) copy.set(key, copyGraph(inner, copies));
    return copy;
  }
  if (Array.isArray(value)) return value.slice();
  const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
  copies.set(value, copy);
  for (const [name, inner] of Object.entries(value)) {
    if (!leftBehind.has(name)) copy[name] = copyGraph(inner, copies);
  }
  return copy;
};

/** A stored row, of a table or of an index. */
const isLeaf = (value: object): boolean => "key" in value && "value" in value;
