import type { Table } from "dexie";
import type { KatveDatabase, MetaRow } from "../database.ts";
import type { Change } from "./changes.ts";
import { type SparedTable, sparedRow, sparedTables } from "./spared.ts";

/** The rows that are kept twice, by table, as the second copy holds them. */
export type SparedRows = ReadonlyMap<SparedTable, readonly unknown[]>;

/** Reads every row that is kept twice, of either copy. */
export const readRows = (database: KatveDatabase): Promise<SparedRows> =>
  database.transaction("r", [...sparedTables], async () => {
    const entries = sparedTables.map(async (name) => {
      const rows = await database.table<unknown>(name).toArray();
      return [name, rows.map((row) => sparedRow(name, row)).filter((row) => row !== null)] as const;
    });
    return new Map(await Promise.all(entries));
  });

/** Whether the rows are those of a vault that somebody can open. */
export const holdsVault = (rows: SparedRows): boolean =>
  rows.get("identity")?.length === 1 && rows.get("keyring")?.length === 1;

/** Does to the second copy what a commit did to the first: all of it or nothing. */
export const replay = (spare: KatveDatabase, changes: readonly Change[]): Promise<void> =>
  spare.transaction("rw", [...sparedTables], async ({ idbtrans }) => {
    await Promise.all(
      changes.map((change) => {
        const table = spare.table<unknown, unknown>(change.table);
        if (change.type === "put") return table.bulkPut(change.values);
        if (change.type === "delete") return table.bulkDelete([...change.keys]);
        return table.core.mutate({ type: "deleteRange", range: change.range, trans: idbtrans });
      }),
    );
  });

/**
 * Makes the second copy equal to the first and tells whether it did: it leaves it alone while the first holds nobody's vault.
 * Another tab may write meanwhile: a row that it has added, changed or taken away in the second copy since this began stays as
 * it left it, for what was read of the first may be older.
 */
export const copyRows = async (main: KatveDatabase, spare: KatveDatabase): Promise<boolean> => {
  const before = await readSaid(spare);
  const rows = await readRows(main);
  if (!holdsVault(rows)) return false;
  await spare.transaction("rw", [...sparedTables], async () => {
    const now = await readSaid(spare);
    await Promise.all(
      sparedTables.map(async (name) => {
        const table = spare.table<unknown, unknown>(name);
        const [was, is] = [before.get(name), now.get(name)];
        const isAsItWas = (key: unknown) => was?.get(key) === is?.get(key);
        const present = rows.get(name) ?? [];
        const kept = new Set(present.map((row) => keyOf(table, row)));
        const gone = [...(was?.keys() ?? [])].filter((key) => !kept.has(key) && isAsItWas(key));
        await table.bulkDelete(gone);
        await table.bulkPut(present.filter((row) => isAsItWas(keyOf(table, row))));
      }),
    );
  });
  return true;
};

/**
 * Puts the rows of the second copy into the first, with a mark that the rest is missing there, unless somebody's vault has come
 * to be there; tells whether it did.
 */
export const bringBack = (main: KatveDatabase, rows: SparedRows): Promise<boolean> =>
  main.transaction("rw", [...sparedTables], async () => {
    if ((await main.identity.count()) > 0) return false;
    await Promise.all(
      sparedTables.map((name) => main.table<unknown, unknown>(name).bulkPut(rows.get(name) ?? [])),
    );
    await main.meta.put({ key: "broughtBack", value: true } satisfies MetaRow);
    return true;
  });

/** What tells each row from whatever else stood under its key, by table and key: of a box its nonce, no two of which are alike. */
const readSaid = (spare: KatveDatabase): Promise<Map<SparedTable, Map<unknown, string>>> =>
  spare.transaction("r", [...sparedTables], async () => {
    const entries = sparedTables.map(async (name) => {
      const table = spare.table<unknown, unknown>(name);
      const rows = await table.toArray();
      return [
        name,
        new Map(rows.map((row) => [keyOf(table, row), JSON.stringify(row)] as const)),
      ] as const;
    });
    return new Map(await Promise.all(entries));
  });

const keyOf = (table: Table<unknown, unknown>, row: unknown): unknown =>
  (row as Record<string, unknown>)[String(table.schema.primKey.keyPath)];
