import { IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import type { OpId, RecordId } from "#domain/ids.ts";
import { KatveDatabase } from "#store/database.ts";
import { enrolTestDevice, type TestDevice, testTeam } from "../../../support/device.ts";
import { clientState, give, namesIn, rowsOnDisk } from "../../../support/records.ts";
import { expectOk } from "../../../support/result.ts";

const write = async ({ store, team }: TestDevice, count: number): Promise<RecordId[]> => {
  const edits = Array.from({ length: count }, (_, nth) => ({
    verb: "new" as const,
    record: store.newRecordId(),
    kind: "client",
    home: team,
    fields: { name: `asiakas ${nth}` },
  }));
  expectOk(await store.write(edits));
  return edits.map(({ record }) => record);
};

/** The endpoint's answer that these edits stand, with the records of those it was asked after. */
const acknowledge = async (
  { store }: TestDevice,
  ids: readonly OpId[],
  asked: readonly OpId[] = [],
  echoed: readonly RecordId[] = [],
) => {
  const fates = new Map(ids.map((id) => [id, "stands" as const]));
  const echo = echoed.map((id) => ({
    state: clientState(testTeam, "kaiku", { id, ver: 7 }),
    scopes: [testTeam],
  }));
  expectOk(await store.exchange.takeHeader({ fates, asked, scopes: store.ledger.scopes(), echo }));
};

const packsOf = async ({ disk }: TestDevice) => {
  const database = new KatveDatabase("katve", disk, IDBKeyRange);
  const rows = await database.sent.toArray();
  database.close();
  return rows.map(({ n, edits }) => [n, edits.map((edit) => edit.n)] as const);
};

/** A device that had a cursor hears that its scope is counted anew. */
const loseData = async (device: TestDevice) => {
  await give(device, [], 4);
  const counting = { epoch: "e2", seq: 0 };
  expect(expectOk(await device.store.exchange.doubt(testTeam, counting))).toBe(true);
};

describe("acknowledged edits", () => {
  test("of one answer are packed into few rows", async () => {
    const device = await enrolTestDevice();
    await write(device, 450);
    await acknowledge(
      device,
      device.store.exchange.unsent().map(({ id }) => id),
    );
    const packs = await packsOf(device);
    expect(packs.map(([n, edits]) => [n, edits.length])).toEqual([
      [200, 200],
      [400, 200],
      [450, 50],
    ]);
  });

  test("with others between them that are not answered lie in rows that do not overlap", async () => {
    const device = await enrolTestDevice();
    await write(device, 5);
    const ids = device.store.exchange.unsent().map(({ id }) => id);
    await acknowledge(device, [ids[0]!, ids[1]!, ids[4]!]);
    await acknowledge(device, [ids[2]!, ids[3]!]);
    expect(await packsOf(device)).toEqual([
      [2, [1, 2]],
      [4, [3, 4]],
      [5, [5]],
    ]);
  });

  test("that were lost go back to the outbox in their place, and the rest of their row stays", async () => {
    const device = await enrolTestDevice();
    const { store } = device;
    const records = await write(device, 5);
    const ids = store.exchange.unsent().map(({ id }) => id);
    await acknowledge(device, ids, [], records);
    await loseData(device);
    expect(expectOk(await store.exchange.inDoubt())).toEqual(ids);
    const known = [ids[0]!, ids[2]!, ids[3]!];
    await acknowledge(device, known, ids, [records[0]!, records[2]!]);
    expect(store.exchange.unsent().map(({ id }) => id)).toEqual([ids[1], ids[4]]);
    expect(await packsOf(device)).toEqual([
      [1, [1]],
      [4, [3, 4]],
    ]);
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 2, sent: 3 });
    expect(expectOk(await store.exchange.inDoubt())).toEqual([]);
  });

  test("that were refused when they came once more lie in the tray, also where the disk had fallen back", async () => {
    const device = await enrolTestDevice();
    const { store } = device;
    await write(device, 2);
    const ids = store.exchange.unsent().map(({ id }) => id);
    await acknowledge(device, ids);
    await loseData(device);
    const [first, second] = ids as [OpId, OpId];
    const refused = { refused: "edit.record_changed" } as const;
    const scopes = store.ledger.scopes();
    const answer = new Map<OpId, "stands" | typeof refused>([
      [first, "stands"],
      [second, refused],
    ]);
    expectOk(await store.exchange.takeHeader({ fates: answer, asked: ids, scopes, echo: [] }));
    expect(store.exchange.unsent().map(({ id }) => id)).toEqual([second]);
    const again = new Map([[second, refused]]);
    expectOk(await store.exchange.takeHeader({ fates: again, scopes, echo: [] }));
    expect(expectOk(await store.tray.read()).map(({ op }) => op.id)).toEqual([second]);
    expect(store.exchange.unsent()).toEqual([]);
  });

  test("are asked after 200 at a time, across rows and within one", async () => {
    const device = await enrolTestDevice();
    const { store } = device;
    await write(device, 130);
    const first = store.exchange.unsent().map(({ id }) => id);
    await acknowledge(device, first);
    await write(device, 130);
    const second = store.exchange.unsent().map(({ id }) => id);
    await acknowledge(device, second);
    await loseData(device);
    const asked = expectOk(await store.exchange.inDoubt());
    expect(asked).toEqual([...first, ...second.slice(0, 70)]);
    // Of all those the endpoint has lost one, in the middle of the second row.
    await acknowledge(device, asked.slice(0, -1), asked);
    expect(expectOk(await store.exchange.inDoubt())).toEqual(second.slice(70));
    expect(store.exchange.unsent().map(({ id }) => id)).toEqual([second[69]]);
    expect((await packsOf(device)).map(([n, edits]) => [n, edits.length])).toEqual([
      [130, 130],
      [199, 69],
      [260, 60],
    ]);
  });

  test("of an erased record go, and those beside them in the row stay", async () => {
    const device = await enrolTestDevice();
    const records = await write(device, 3);
    const ids = device.store.exchange.unsent().map(({ id }) => id);
    await acknowledge(device, ids, [], records);
    const cursor = { epoch: "e1", seq: 9 };
    const line = { scope: testTeam, put: [], drop: [], erase: [records[1]!], cursor };
    expectOk(await device.store.exchange.takeChunks(line));
    expect(namesIn(device.store)).toHaveLength(2);
    expect(await packsOf(device)).toEqual([
      [1, [1]],
      [3, [3]],
    ]);
  });
});
