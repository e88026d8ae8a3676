import type {
  DBCore,
  DBCoreKeyRange,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  Middleware,
} from "dexie";
import { isSpared, type SparedTable, sparedRow } from "./spared.ts";

/** One thing that a commit did to a table that is kept twice, with the keys that the disk gave. */
export type Change =
  | { readonly table: SparedTable; readonly type: "put"; readonly values: readonly unknown[] }
  | { readonly table: SparedTable; readonly type: "delete"; readonly keys: readonly unknown[] }
  | { readonly table: SparedTable; readonly type: "deleteRange"; readonly range: DBCoreKeyRange };

/** Whoever follows the commits of a disk. */
export type Follower = {
  /** A commit is on the disk and did this, in this order. */
  took(changes: readonly Change[]): void;
  /** A commit that would have changed something was not heard of to its end: it may be on the disk or not. */
  lostSight(): void;
};

/** Tells a follower what every read-write transaction did to the tables that are kept twice, once it is on the disk. */
export const followedBy = (follower: Follower): Middleware<DBCore> => ({
  stack: "dbcore",
  name: "spare",
  create(core) {
    const changesOf = new WeakMap<object, Change[]>();
    return {
      transaction(tables, mode, options) {
        const transaction = core.transaction(tables, mode, options);
        if (mode !== "readwrite" || !tables.some(isSpared)) return transaction;
        const changes: Change[] = [];
        changesOf.set(transaction, changes);
        // Dexie hides that its transaction is the browser's own.
        const events = transaction as unknown as IDBTransaction;
        events.addEventListener("complete", () => changes.length > 0 && follower.took(changes));
        events.addEventListener("abort", () => changes.length > 0 && follower.lostSight());
        return transaction;
      },
      table(name) {
        const table = core.table(name);
        if (!isSpared(name)) return table;
        return {
          ...table,
          mutate: (request) =>
            table.mutate(request).then((response) => {
              const change = changeOf(name, request, response, table.schema.primaryKey.keyPath);
              if (change !== null) changesOf.get(request.trans)?.push(change);
              return response;
            }),
        };
      },
    };
  },
});

const changeOf = (
  table: SparedTable,
  request: DBCoreMutateRequest,
  response: DBCoreMutateResponse,
  keyPath: string | string[] | null,
): Change | null => {
  switch (request.type) {
    case "delete":
      return table === "meta" ? null : { table, type: "delete", keys: request.keys };
    case "deleteRange":
      return table === "meta" ? null : { table, type: "deleteRange", range: request.range };
    default: {
      const values = request.values.flatMap((value: object, at) => {
        if (response.failures[at] !== undefined) return [];
        // The disk numbers the edits: the second copy gives them the same numbers.
        const keyed =
          typeof keyPath === "string" ? { ...value, [keyPath]: response.results?.[at] } : value;
        const row = sparedRow(table, keyed);
        return row === null ? [] : [row];
      });
      return values.length === 0 ? null : { table, type: "put", values };
    }
  }
};
