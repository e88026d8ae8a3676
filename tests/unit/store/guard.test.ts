import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import type { Store } from "#store/store.ts";
import { enrolTestDevice, makeProfile, passphrase, testTeam } from "../../support/device.ts";
import { makeTestPlatform } from "../../support/platform.ts";
import { clientState, clientStates, namesIn } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";
import { type Fault, FaultyDisk } from "./faulty-disk.ts";

const makeFaultyDevice = async () => {
  const disk = new FaultyDisk();
  const device = await enrolTestDevice(1, makeProfile(1, makeTestPlatform(1), disk));
  const reopen = async () => {
    device.store.close();
    return expectOk(await device.door.unlock(passphrase));
  };
  return { ...device, faulty: disk, reopen };
};

const write = (store: Store, name: string) =>
  store.write([
    {
      verb: "new",
      record: store.newRecordId(),
      kind: "client",
      home: testTeam,
      fields: { name },
    },
  ]);

describe("a disk that fails", () => {
  test("once is opened again, and the edit is kept once", async () => {
    const device = await makeFaultyDevice();
    for (const fault of ["lost", "torn", "unheard"] satisfies Fault[]) {
      device.faulty.faults.push(fault);
      expectOk(await write(device.store, fault));
    }
    expect(namesIn(device.store)).toEqual(["lost", "torn", "unheard"]);
    expect(device.store.exchange.unsent()).toHaveLength(3);
    const store = await device.reopen();
    expect(namesIn(store)).toEqual(["lost", "torn", "unheard"]);
    expect(store.exchange.unsent()).toHaveLength(3);
  });

  test("after a commit that was not heard, and is full at the next try, has the edit once, and says so", async () => {
    const device = await makeFaultyDevice();
    device.faulty.faults.push("unheard", "too-full");
    expectOk(await write(device.store, "kuulematon"));
    expect(namesIn(device.store)).toEqual(["kuulematon"]);
    expect(namesIn(await device.reopen())).toEqual(["kuulematon"]);
  });

  test("twice says that nothing was saved, and nothing is shown as saved", async () => {
    const device = await makeFaultyDevice();
    device.faulty.faults.push("lost", "torn");
    expect(expectFailure(await write(device.store, "Veikko"))).toEqual({ code: "storage.lost" });
    expect(namesIn(device.store)).toEqual([]);
    expect(device.store.ledger.unsentSaves()).toBe(0);
    expect(namesIn(await device.reopen())).toEqual([]);
  });

  test("because it is full says so, and nothing is shown as saved", async () => {
    const device = await makeFaultyDevice();
    for (const fault of ["full", "too-full"] satisfies Fault[]) {
      device.faulty.faults.push(fault);
      expect(expectFailure(await write(device.store, "Veikko"))).toEqual({ code: "storage.full" });
      expect(namesIn(device.store)).toEqual([]);
    }
    expectOk(await write(device.store, "P-114"));
    expect(namesIn(await device.reopen())).toEqual(["P-114"]);
  });

  test("under a closed connection takes a new one", async () => {
    const device = await makeFaultyDevice();
    device.faulty.connections.at(-1)?.close();
    expectOk(await write(device.store, "Veikko"));
    expect(namesIn(await device.reopen())).toEqual(["Veikko"]);
  });

  test("takes a line, a first line and a reset in exactly once", async () => {
    const device = await makeFaultyDevice();
    const { exchange } = device.store;
    const states = clientStates(testTeam, 20);
    const cursor = { epoch: "e", seq: 20 };
    const chunk = { scope: testTeam, put: states, drop: [], cursor };
    for (const fault of ["lost", "torn", "unheard"] satisfies Fault[]) {
      device.faulty.faults.push(fault);
      expectOk(await exchange.beginReset(testTeam));
      device.faulty.faults.push(fault);
      expectOk(await exchange.takeChunks(chunk));
      device.faulty.faults.push(fault);
      expectOk(await exchange.endReset(testTeam, cursor));
    }
    expectOk(await write(device.store, "Veikko"));
    const [op] = exchange.unsent();
    device.faulty.faults.push("unheard");
    expectOk(
      await exchange.takeHeader({
        fates: new Map([[op!.id, "stands"]]),
        scopes: new Map([[testTeam, { kind: "team", role: "adviser" }]]),
        echo: [{ state: clientState(testTeam, "Veikko", { id: op!.record }), scopes: [testTeam] }],
      }),
    );
    expect(device.store.ledger.all(clientKind).size).toBe(21);
    expect(exchange.unsent()).toEqual([]);
    const store = await device.reopen();
    expect(store.ledger.all(clientKind).size).toBe(21);
    expect(store.exchange.cursors().get(testTeam)).toEqual({ ...cursor, resetting: false });
  });

  test("leaves the last complete exchange untold when it could not be noted", async () => {
    const { store, faulty } = await makeFaultyDevice();
    faulty.faults.push("full");
    const at = makeTestPlatform(1).clock.now();
    const mark = { at, endpointAt: at, clockAheadMs: 0 };
    expect(expectFailure(await store.exchange.noteComplete(mark))).toEqual({
      code: "storage.full",
    });
    expect(store.exchange.last()).toBeNull();
  });

  test("lets the owner in although it is too full to count wrong passphrases", async () => {
    const device = await makeFaultyDevice();
    device.store.close();
    await device.door.unlock("väärin meni");
    device.faulty.faults.push("full");
    expectOk(await device.door.unlock(passphrase)).close();
  });
});

describe("the tests' disk", () => {
  test("loses a transaction that awaits anything but the disk, as Firefox and WebKit do", async () => {
    const { platform } = await makeFaultyDevice();
    const { KatveDatabase } = await import("#store/database.ts");
    const { IDBFactory, IDBKeyRange } = await import("fake-indexeddb");
    const database = new KatveDatabase("other", new IDBFactory(), IDBKeyRange);
    const transaction = database.transaction("rw", [database.meta], async () => {
      await database.meta.put({ key: "rev", value: 1 });
      await platform.subtle.digest("SHA-256", new Uint8Array(1_000_000));
      await database.meta.put({ key: "rev", value: 2 });
    });
    await expect(transaction).rejects.toThrow();
    database.end("closed");
  });
});
