import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import type { MemberId } from "#domain/ids.ts";
import { makeDeviceKeys } from "#store/identity.ts";
import type { Store } from "#store/store.ts";
import { makeProfile, passphrase, testArea, testTeam } from "../../../support/device.ts";
import { namesIn } from "../../../support/records.ts";
import { expectFailure, expectOk } from "../../../support/result.ts";
import { FaultyDisk } from "../faulty-disk.ts";
import { newClient, spareDevice, write } from "./spare-device.ts";

const mark = { at: toInstant(1), endpointAt: toInstant(1), clockAheadMs: 0 };

/** A browser that has lost its disk and comes back with another, which may have faults; and its second copy's disk. */
const lostDevice = async () => {
  const spare = new IDBFactory();
  const open = () => Promise.resolve(spare);
  const device = await spareDevice(new IDBFactory(), open);
  await write(device.store, "Veikko");
  device.store.close();
  const disk = new FaultyDisk();
  return { ...device, spare, disk, after: makeProfile(1, device.platform, disk, open) };
};

describe("a vault that cannot be brought back now", () => {
  test.each([
    ["full", ["full"], "storage.full"],
    ["torn", ["torn", "torn"], "storage.lost"],
  ] as const)("is not taken for none while the disk is %s", async (_, faults, code) => {
    const { disk, after, platform } = await lostDevice();
    disk.faults.push(...faults);
    expect(expectFailure(await after.door.state())).toEqual({ code });
    disk.faults.push(...faults);
    const owner = { member: "m".repeat(22) as MemberId, name: "Toinen Esimerkki" };
    const enrolled = await after.door.enrol(await makeDeviceKeys(platform), owner, passphrase);
    expect(expectFailure(enrolled)).toEqual({ code });
    expect(expectOk(await after.door.state()).kind).toBe("locked");
    expect(namesIn(expectOk(await after.door.unlock(passphrase)))).toEqual(["Veikko"]);
  });

  test("because a newer version has made it waits for that version", async () => {
    const { spare, after } = await lostDevice();
    const opened = Promise.withResolvers<unknown>();
    const opening = spare.open("katve", 10_000);
    opening.addEventListener("success", () => {
      opening.result.close();
      opened.resolve(null);
    });
    await opened.promise;
    expect(expectFailure(await after.door.state())).toEqual({ code: "storage.newer" });
  });
});

describe("a vault that was brought back", () => {
  test("knows that its device was revoked before, and waits for nothing any more", async () => {
    const device = await spareDevice();
    expectOk(await device.store.exchange.noteComplete(mark));
    await write(device.store, "Veikko");
    expectOk(await device.store.exchange.takeRevocation());
    const after = device.loseMain();
    expect(expectOk(await after.door.state())).toMatchObject({ isRevoked: true });
    const store = expectOk(await after.door.unlock(passphrase));
    expect(store.isRevoked()).toBe(true);
    expect(store.damage().isRestMissing).toBe(false);
  });

  test("hears of it afterwards too", async () => {
    const device = await spareDevice();
    await write(device.store, "Veikko");
    const after = device.loseMain();
    const store = expectOk(await after.door.unlock(passphrase));
    expect(store.isRevoked()).toBe(false);
    expectOk(await store.exchange.takeRevocation());
    expect(store.isRevoked()).toBe(true);
    expect(store.damage().isRestMissing).toBe(false);
    store.close();
    expect(expectOk(await after.door.state())).toMatchObject({ isRevoked: true });
  });

  test("waits for nothing in any tab once one of them has come to the end of an exchange", async () => {
    const device = await spareDevice();
    const after = device.loseMain();
    const store = expectOk(await after.door.unlock(passphrase));
    const beside = expectOk(await after.door.unlock(passphrase));
    expect(beside.damage().isRestMissing).toBe(true);
    expectOk(await store.exchange.noteComplete(mark));
    // By then the other tab has heard of it.
    expectOk(await beside.drafts.clear("none"));
    expect(beside.damage().isRestMissing).toBe(false);
  });

  test("may be written in a scope that one tab lost and another got back", async () => {
    const device = await spareDevice();
    const other = expectOk(await device.door.unlock(passphrase));
    const scopes = device.store.ledger.scopes();
    const told = (store: Store, kept: typeof scopes) =>
      store.exchange.takeHeader({ fates: new Map(), scopes: kept, echo: [] });
    expect([...scopes.keys()].toSorted()).toEqual([testArea, testTeam].toSorted());
    const area = new Map([...scopes].filter(([scope]) => scope === testArea));
    expectOk(await told(other, area));
    // By then the other tab has heard of it.
    expectOk(await device.store.drafts.clear("none"));
    expect(device.store.ledger.scopes().size).toBe(1);
    expectOk(await told(device.store, scopes));
    await write(device.store, "Veikko");
    other.close();
    const store = expectOk(await device.loseMain().door.unlock(passphrase));
    expectOk(await store.write([newClient(store, "Aili")]));
    expect(namesIn(store)).toEqual(["Aili", "Veikko"]);
  });
});
