import { makeRecordId, type RecordId, type ScopeId } from "#domain/ids.ts";
import type { Fields } from "#domain/json.ts";
import type { RecordState } from "#domain/record.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { KatveDatabase } from "#store/database.ts";
import type { Store } from "#store/store.ts";
import { IDBKeyRange } from "fake-indexeddb";
import { type TestDevice, testTeam } from "./device.ts";
import { makeSeededChance } from "./platform.ts";
import { expectOk } from "./result.ts";

const chance = makeSeededChance(99);

/** A client as the endpoint gives one. */
export const clientState = (
  home: ScopeId,
  name: string,
  more: { readonly id?: RecordId; readonly ver?: number; readonly deleted?: boolean } = {},
): RecordState => ({
  id: more.id ?? makeRecordId(chance),
  kind: "client",
  home,
  shares: [],
  ver: more.ver ?? 1,
  deleted: more.deleted ?? false,
  fields: { name, phone: "", language: "fi", note: "" } satisfies Fields,
});

/** Many of them. */
export const clientStates = (home: ScopeId, count: number): RecordState[] =>
  Array.from({ length: count }, (_, index) => clientState(home, `asiakas ${index}`));

/** The names of the clients a store shows, in order. */
export const namesIn = (store: Store): string[] =>
  [...store.ledger.all(clientKind).values()].map(({ values }) => values.name).sort();

/** Gives a store a line of its team's records, as the exchange would. */
export const give = async (
  { store }: { readonly store: Store },
  put: readonly RecordState[],
  seq: number,
  drop: readonly RecordId[] = [],
): Promise<void> => {
  expectOk(
    await store.exchange.takeChunks({ scope: testTeam, put, drop, cursor: { epoch: "e1", seq } }),
  );
};

/** How many rows each table of a device has on its disk; of `sent`, how many edits lie in its rows. */
export const rowsOnDisk = async ({ disk }: Pick<TestDevice, "disk">) => {
  const database = new KatveDatabase("katve", disk, IDBKeyRange);
  const sent = await database.sent.toArray();
  const counts = {
    segments: await database.segments.count(),
    records: await database.records.count(),
    tray: await database.tray.count(),
    outbox: await database.outbox.count(),
    sent: sent.flatMap(({ edits }) => edits).length,
  };
  database.close();
  return counts;
};
