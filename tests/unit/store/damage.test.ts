import { IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { KatveDatabase } from "#store/database.ts";
import { enrolTestDevice, passphrase, type TestDevice, testTeam } from "../../support/device.ts";
import { clientState, clientStates } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

type BoxTable = "identity" | "segments" | "records" | "outbox" | "drafts" | "tray";

/** Flips a bit in the first box of a table. */
const damage = async ({ disk }: TestDevice, name: BoxTable) => {
  const database = new KatveDatabase("katve", disk, IDBKeyRange);
  const table = database.table(name);
  const row = await table.toCollection().first();
  new Uint8Array(row.box.sealed)[0]! ^= 1;
  await table.put(row);
  const count = await table.count();
  database.end("closed");
  return count;
};

const writeClient = async ({ store }: TestDevice, name: string) => {
  const record = store.newRecordId();
  expectOk(
    await store.write([{ verb: "new", record, kind: "client", home: testTeam, fields: { name } }]),
  );
};

const cursor = { epoch: "e", seq: 20 };

describe("a damaged box", () => {
  test("of records leaves the rest readable, and has its scope asked for anew", async () => {
    for (const count of [20, 1]) {
      const device = await enrolTestDevice();
      const states = clientStates(testTeam, count);
      expectOk(
        await device.store.exchange.takeChunks({ scope: testTeam, put: states, drop: [], cursor }),
      );
      await writeClient(device, "Veikko");
      device.store.close();
      await damage(device, count === 1 ? "records" : "segments");
      const store = expectOk(await device.door.unlock(passphrase));
      expect(store.damage()).toEqual({ edits: 0, records: 1, isRestMissing: false });
      expect(store.ledger.all(clientKind).size).toBe(1);
      expect(store.exchange.cursors().has(testTeam)).toBe(false);
      expectOk(await store.exchange.tidy());
      expectOk(await store.exchange.beginReset(testTeam));
      expectOk(await store.exchange.takeChunks({ scope: testTeam, put: states, drop: [], cursor }));
      expectOk(await store.exchange.endReset(testTeam, cursor));
      store.close();
      const mended = expectOk(await device.door.unlock(passphrase));
      expect(mended.damage()).toEqual({ edits: 0, records: 0, isRestMissing: false });
      expect(mended.ledger.all(clientKind).size).toBe(count + 1);
    }
  });

  test("is not folded away before the endpoint has brought its scope anew", async () => {
    const device = await enrolTestDevice();
    for (let round = 0; round < 25; round += 1) {
      const put = clientStates(testTeam, 10);
      expectOk(await device.store.exchange.takeChunks({ scope: testTeam, put, drop: [], cursor }));
    }
    device.store.close();
    await damage(device, "records");
    const store = expectOk(await device.door.unlock(passphrase));
    expectOk(await store.exchange.tidy());
    store.close();
    const again = expectOk(await device.door.unlock(passphrase));
    expect(again.damage()).toEqual({ edits: 0, records: 1, isRestMissing: false });
    expect(again.exchange.cursors().has(testTeam)).toBe(false);
  });

  test("of an unsent edit is told of and stays on the disk", async () => {
    const device = await enrolTestDevice();
    await writeClient(device, "Veikko");
    await writeClient(device, "P-114");
    device.store.close();
    expect(await damage(device, "outbox")).toBe(2);
    const store = expectOk(await device.door.unlock(passphrase));
    expect(store.damage()).toEqual({ edits: 1, records: 0, isRestMissing: false });
    expect([...store.ledger.all(clientKind).values()].map(({ values }) => values.name)).toEqual([
      "P-114",
    ]);
    const database = new KatveDatabase("katve", device.disk, IDBKeyRange);
    expect(await database.outbox.count()).toBe(2);
    database.end("closed");
  });

  test("of a draft or in the tray does not hide the others", async () => {
    const device = await enrolTestDevice();
    expectOk(await device.store.drafts.save("a", "yksi"));
    expectOk(await device.store.drafts.save("b", "kaksi"));
    await writeClient(device, "Veikko");
    await writeClient(device, "P-114");
    expectOk(
      await device.store.exchange.takeHeader({
        fates: new Map(
          device.store.exchange.unsent().map(({ id }) => [id, { refused: "edit.not_allowed" }]),
        ),
        scopes: new Map([[testTeam, { kind: "team", role: "adviser" }]]),
        echo: [],
      }),
    );
    await damage(device, "drafts");
    await damage(device, "tray");
    device.store.close();
    const store = expectOk(await device.door.unlock(passphrase));
    expect(store.drafts.read("a")).toBeNull();
    expect(store.drafts.read("b")).toBe("kaksi");
    expect(expectOk(await store.tray.read())).toHaveLength(1);
  });

  test("of the device's identity keeps the door shut and the disk as it is", async () => {
    const device = await enrolTestDevice();
    await writeClient(device, "Veikko");
    device.store.close();
    await damage(device, "identity");
    expect(expectFailure(await device.door.unlock(passphrase))).toEqual({ code: "vault.damaged" });
    const database = new KatveDatabase("katve", device.disk, IDBKeyRange);
    expect(await database.outbox.count()).toBe(1);
    database.end("closed");
  });

  test("met while catching up with another tab leaves the tab working", async () => {
    const device = await enrolTestDevice();
    const other = expectOk(await device.door.unlock(passphrase));
    await writeClient(device, "Veikko");
    await damage(device, "outbox");
    expectOk(
      await other.exchange.takeChunks({
        scope: testTeam,
        put: [clientState(testTeam, "P-114")],
        drop: [],
        cursor,
      }),
    );
    await writeClient(device, "Aino");
    expect(device.store.damage()).toEqual({ edits: 1, records: 0, isRestMissing: false });
    other.close();
  });
});
