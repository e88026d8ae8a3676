import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { makeDeviceId, type RecordId } from "#domain/ids.ts";
import { DATABASE_VERSION, KatveDatabase } from "#store/database.ts";
import type { StorageFailure } from "#store/guard.ts";
import { enrolTestDevice, makeProfile, passphrase, testTeam } from "../../support/device.ts";
import { makeTestPlatform } from "../../support/platform.ts";
import { clientState, clientStates, give, namesIn, rowsOnDisk } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

const openNative = (disk: IDBFactory, version: number) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = disk.open("katve", version);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error("not opened")));
  });

const remove = (disk: IDBFactory) =>
  new Promise<void>((resolve) => {
    disk.deleteDatabase("katve").addEventListener("success", () => resolve());
  });

const newClient = (record: RecordId) => ({
  verb: "new" as const,
  record,
  kind: "client",
  home: testTeam,
  fields: { name: "Veikko" },
});

describe("a newer version of the program", () => {
  test("takes the disk over from an old tab, which says so and does not come back", async () => {
    const { store, disk, door } = await enrolTestDevice();
    const heard: StorageFailure[] = [];
    store.onEnding((failure) => heard.push(failure));
    const newer = await openNative(disk, (DATABASE_VERSION + 1) * 10);
    expect(heard).toEqual([{ code: "storage.newer" }]);
    expect(expectFailure(await store.write([newClient(store.newRecordId())]))).toEqual({
      code: "storage.newer",
    });
    expect(newer.version).toBe((DATABASE_VERSION + 1) * 10);
    newer.close();
    expect(expectFailure(await door.unlock(passphrase))).toEqual({ code: "storage.newer" });
    expect(expectFailure(await door.state())).toEqual({ code: "storage.newer" });
  });

  test("is told from an old one by the disk's version, which nothing raises by itself", async () => {
    const { store, disk, door } = await enrolTestDevice();
    store.close();
    const newer = await openNative(disk, DATABASE_VERSION * 10 + 1);
    newer.close();
    expect(expectFailure(await door.unlock(passphrase))).toEqual({ code: "storage.newer" });
    const [database] = await disk.databases();
    expect(database?.version).toBe(DATABASE_VERSION * 10 + 1);
  });

  test("waits for no tab that holds on to an older disk, and says so", async () => {
    const disk = new IDBFactory();
    const older = await openNative(disk, 1);
    const { door } = makeProfile(1, makeTestPlatform(1), disk);
    expect(expectFailure(await door.state())).toEqual({ code: "storage.blocked" });
    older.close();
  });
});

/** The tables of version 1, as a program of that version made them. */
const tablesOfFirst = {
  keyring: { keyPath: "way" },
  identity: { keyPath: "id" },
  segments: { keyPath: "id" },
  records: { keyPath: ["scope", "id"] },
  outbox: { keyPath: "n", autoIncrement: true },
  tray: { keyPath: "op" },
  scopes: { keyPath: "scope" },
  drafts: { keyPath: "id" },
  meta: { keyPath: "key" },
};

/** Of version 2: an acknowledged edit has a row of its own. */
const tablesOfSecond = { ...tablesOfFirst, sent: { keyPath: "n" } };

/** Moves everything a device has to a disk with the tables of an older version, and leaves that open as an old tab would. */
const asOlder = async (
  from: IDBFactory,
  version = 1,
  tables: Readonly<Record<string, IDBObjectStoreParameters>> = tablesOfFirst,
): Promise<{ disk: IDBFactory; tab: IDBDatabase }> => {
  const disk = new IDBFactory();
  const source = await openNative(from, DATABASE_VERSION * 10);
  const tab = await new Promise<IDBDatabase>((resolve) => {
    const request = disk.open("katve", version * 10);
    request.addEventListener("upgradeneeded", () => {
      for (const [name, options] of Object.entries(tables)) {
        const table = request.result.createObjectStore(name, options);
        if (name === "segments" || name === "records") table.createIndex("scope", "scope");
        if (name === "outbox" || name === "sent") table.createIndex("op", "op", { unique: true });
        if (name === "sent") for (const index of ["record", "at"]) table.createIndex(index, index);
      }
    });
    request.addEventListener("success", () => resolve(request.result));
  });
  for (const name of Object.keys(tables)) {
    const rows = await new Promise<object[]>((resolve) => {
      const request = source.transaction(name).objectStore(name).getAll();
      request.addEventListener("success", () => resolve(request.result as object[]));
    });
    const writing = tab.transaction(name, "readwrite");
    for (const row of rows) for (const old of asOldRows(row)) writing.objectStore(name).put(old);
    await new Promise((resolve) => writing.addEventListener("complete", resolve));
  }
  source.close();
  return { disk, tab };
};

/** What lies in one row now and lay in several then: the edits of a row of `sent`. */
const asOldRows = (row: object): object[] =>
  "edits" in row && "at" in row && Array.isArray(row.edits)
    ? row.edits.map((edit: object) => ({ ...edit, at: row.at }))
    : [row];

describe("a disk of the second version", () => {
  test("keeps its acknowledged edits, and is asked after them", async () => {
    const first = await enrolTestDevice();
    await give(first, [], 4);
    const wanted = [1, 2].map(() => newClient(first.store.newRecordId()));
    expectOk(await first.store.write(wanted));
    const ids = first.store.exchange.unsent().map(({ id }) => id);
    const fates = new Map(ids.map((id) => [id, "stands" as const]));
    const scopes = first.store.ledger.scopes();
    expectOk(await first.store.exchange.takeHeader({ fates, scopes, echo: [] }));
    first.store.close();
    const { disk, tab } = await asOlder(first.disk, 2, tablesOfSecond);
    tab.close();
    const { door } = makeProfile(1, first.platform, disk);
    const store = expectOk(await door.unlock(passphrase));
    expect(await rowsOnDisk({ disk })).toMatchObject({ outbox: 0, sent: 2 });
    expectOk(await store.exchange.doubt(testTeam, { epoch: "e2", seq: 0 }));
    expect(expectOk(await store.exchange.inDoubt())).toEqual(ids);
    expectOk(await store.exchange.takeHeader({ fates: new Map(), asked: ids, scopes, echo: [] }));
    expect(store.exchange.unsent().map(({ id }) => id)).toEqual(ids);
    expect(await rowsOnDisk({ disk })).toMatchObject({ outbox: 2, sent: 0 });
    store.close();
  });
});

describe("a disk of the first version", () => {
  test("is taken over from an old tab that lets go, with everything on it", async () => {
    const first = await enrolTestDevice();
    await give(first, clientStates(testTeam, 20), 20);
    await first.store.write([newClient(first.store.newRecordId())]);
    first.store.close();
    const { disk, tab } = await asOlder(first.disk);
    tab.addEventListener("versionchange", () => tab.close());
    const { door } = makeProfile(1, first.platform, disk);
    const store = expectOk(await door.unlock(passphrase));
    expect(namesIn(store)).toHaveLength(21);
    const [unsent] = store.exchange.unsent();
    if (unsent === undefined) return expect.fail("nothing is unsent");
    const echo = [{ state: clientState(testTeam, "Veikko", { id: unsent.record }), scopes: [] }];
    const scopes = store.ledger.scopes();
    const fates = new Map([[unsent.id, "stands" as const]]);
    expectOk(await store.exchange.takeHeader({ fates, scopes, echo }));
    store.close();
    expect(await rowsOnDisk({ disk })).toMatchObject({ outbox: 0, sent: 1 });
  });

  test("is not waited for while an old tab holds on to it, and opens once that is gone", async () => {
    const first = await enrolTestDevice();
    first.store.close();
    const { disk, tab } = await asOlder(first.disk);
    const { door } = makeProfile(1, first.platform, disk);
    expect(expectFailure(await door.unlock(passphrase))).toEqual({ code: "storage.blocked" });
    tab.close();
    expectOk(await door.unlock(passphrase));
  });
});

describe("a wiped disk", () => {
  test("is not made anew under an open store, which says so", async () => {
    const { store, disk } = await enrolTestDevice();
    const heard: StorageFailure[] = [];
    store.onEnding((failure) => heard.push(failure));
    await remove(disk);
    expect(heard).toEqual([{ code: "storage.lost" }]);
    expect(expectFailure(await store.write([newClient(store.newRecordId())]))).toEqual({
      code: "storage.lost",
    });
    expect(await disk.databases()).toEqual([]);
  });

  test("that came back with another vault gets nothing of the first", async () => {
    const first = await enrolTestDevice(1);
    const database = new KatveDatabase("katve", first.disk, IDBKeyRange);
    const self = await database.identity.get("self");
    if (self === undefined) return expect.fail("nobody has enrolled");
    const device = makeDeviceId(first.platform.chance);
    await database.identity.put({ ...self, device });
    expect(expectFailure(await first.store.write([newClient(first.store.newRecordId())]))).toEqual({
      code: "storage.lost",
    });
    expect(await database.outbox.count()).toBe(0);
    database.end("closed");
  });

  test("that vanished without a word is not made anew either", async () => {
    const disk = new IDBFactory();
    const database = new KatveDatabase("katve", disk, IDBKeyRange);
    database.mustExist = true;
    await expect(database.connect()).rejects.toThrow();
    expect(await disk.databases()).toEqual([]);
  });
});

describe("the tables", () => {
  test("change with their version only", async () => {
    const database = new KatveDatabase("katve", new IDBFactory(), IDBKeyRange);
    await database.connect();
    const tables = database.tables.map(({ name, schema }) => {
      const indexes = schema.indexes.map(({ src }) => src);
      return [name, schema.primKey.src, ...indexes].join(" ");
    });
    database.end("closed");
    expect({ version: DATABASE_VERSION, tables: tables.sort() }).toEqual({
      version: 3,
      tables: [
        "drafts id",
        "identity id",
        "keyring way",
        "meta key",
        "outbox ++n &op",
        "records [scope+id] scope",
        "scopes scope",
        "segments id scope",
        "sent n at",
        "tray op",
      ],
    });
  });
});
