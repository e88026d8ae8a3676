import { describe, expect, test } from "vitest";
import { backUp, restore } from "../../support/backups.ts";
import { enrolTestDevice, makeProfile, passphrase, testTeam } from "../../support/device.ts";
import { makeTestPlatform } from "../../support/platform.ts";
import { clientState, give, namesIn } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";
import { FaultyDisk } from "./faulty-disk.ts";

const twoTabs = async () => {
  const device = await enrolTestDevice();
  const other = expectOk(await device.door.unlock(passphrase));
  return { one: device.store, other, team: device.team };
};

const settled = async (store: Awaited<ReturnType<typeof twoTabs>>["one"]) =>
  expectOk(await store.drafts.clear("none"));

/** A device whose endpoint tells it that a client was erased; what to write around that is up to the test. */
const withClient = async () => {
  const device = await enrolTestDevice();
  const client = clientState(testTeam, "Veikko");
  await give(device, [client], 1);
  const { store } = device;
  const erase = () =>
    store.exchange.takeChunks({
      scope: testTeam,
      put: [],
      drop: [],
      erase: [client.id],
      cursor: { epoch: "e1", seq: 2 },
    });
  return { ...device, store, client: client.id, erase };
};

test("that a record was erased is known after the vault was opened anew, and in a tab beside it", async () => {
  const device = await withClient();
  const { store, client, erase } = device;
  const beside = expectOk(await device.door.unlock(passphrase));
  expect(store.isErased(client)).toBe(false);
  expectOk(await erase());
  expect(store.isErased(client)).toBe(true);
  expectOk(await beside.drafts.clear("none"));
  expect(beside.isErased(client)).toBe(true);
  store.close();
  beside.close();
  expect(expectOk(await device.door.unlock(passphrase)).isErased(client)).toBe(true);
});

describe("a draft about an erased record", () => {
  test("is not written again by a form that is still open, nor brought by a file", async () => {
    const device = await withClient();
    const { store, client, erase } = device;
    expectOk(await store.drafts.save("booking", { client, note: "kesken" }));
    const file = await backUp(device);
    expectOk(await erase());
    expectOk(await store.drafts.save("booking", { client, note: "kesken yhä" }));
    expectOk(await store.drafts.save(`appointment.${client}`, "kesken"));
    expectOk(await store.drafts.save("muu", { note: "jää" }));
    expect(await restore(device, file)).toMatchObject({ drafts: [] });
    expect(store.drafts.read("booking")).toBeNull();
    store.close();
    const again = expectOk(await device.door.unlock(passphrase));
    expect(expectOk(await again.backup.count()).drafts).toEqual(["muu"]);
  });

  test("goes with it also where its last words were on their way to the disk", async () => {
    const device = await withClient();
    const { store, client, erase } = device;
    const erased = erase();
    const saved = store.drafts.save("booking", { client, note: "kesken" });
    expectOk(await erased);
    expect(store.drafts.read("booking")).toBeNull();
    expectOk(await saved);
    expect(store.drafts.read("booking")).toBeNull();
    expect(expectOk(await store.backup.count()).drafts).toEqual([]);
  });

  test("is not written by a form in another tab either, nor by one after the vault was opened anew", async () => {
    const device = await withClient();
    const { client, erase } = device;
    const other = expectOk(await device.door.unlock(passphrase));
    expectOk(await erase());
    for (const tab of [other, expectOk(await device.door.unlock(passphrase))]) {
      // Whoever writes has read what another tab did.
      expectOk(await tab.write([]));
      expectOk(await tab.drafts.save("booking", { client, note: "kesken" }));
      expect(tab.drafts.read("booking")).toBeNull();
      expect(expectOk(await tab.backup.count()).drafts).toEqual([]);
    }
  });

  test("leaves its form free to be about another", async () => {
    const { store, client, erase } = await withClient();
    expectOk(await store.drafts.save("booking", { client }));
    expectOk(await erase());
    expectOk(await store.drafts.save("booking", { client: store.newRecordId() }));
    expect(expectOk(await store.backup.count()).drafts).toEqual(["booking"]);
  });
});

describe("a draft", () => {
  test("can be read at once and after the disk has it", async () => {
    const { one } = await twoTabs();
    const saved = one.drafts.save("booking", "Vei");
    expect(one.drafts.read("booking")).toBe("Vei");
    expectOk(await saved);
    expect(one.drafts.read("booking")).toBe("Vei");
  });

  test("keeps its newest words while another tab commits and this one reads anew", async () => {
    const { one, other, team } = await twoTabs();
    expectOk(await one.drafts.save("booking", "vanha"));
    const record = other.newRecordId();
    const fields = { name: "P-114" };
    const written = other.write([{ verb: "new", record, kind: "client", home: team, fields }]);
    const saved = one.drafts.save("booking", "uusi");
    expectOk(await written);
    expectOk(await saved);
    await settled(one);
    expect(one.drafts.read("booking")).toBe("uusi");
  });

  test("that was thrown away stays so while this tab reads anew", async () => {
    const { one, other, team } = await twoTabs();
    expectOk(await one.drafts.save("booking", "vanha"));
    const record = other.newRecordId();
    const fields = { name: "P-114" };
    const written = other.write([{ verb: "new", record, kind: "client", home: team, fields }]);
    const cleared = one.drafts.clear("booking");
    expectOk(await written);
    expectOk(await cleared);
    await settled(one);
    expect(one.drafts.read("booking")).toBeNull();
  });

  test("is the same in every tab", async () => {
    const { one, other } = await twoTabs();
    expectOk(await one.drafts.save("booking", "Vei"));
    await settled(other);
    expect(other.drafts.read("booking")).toBe("Vei");
    expectOk(await one.drafts.clear("booking"));
    await settled(other);
    expect(other.drafts.read("booking")).toBeNull();
  });
});

describe("a draft that a save makes a record of", () => {
  const newClient = (store: Awaited<ReturnType<typeof twoTabs>>["one"], name: string) => ({
    verb: "new" as const,
    record: store.newRecordId(),
    kind: "client",
    home: testTeam,
    fields: { name },
  });

  test("is gone with that commit, for whoever is killed right after it too", async () => {
    const device = await enrolTestDevice();
    expectOk(await device.store.drafts.save("booking", "Veikko"));
    const beside = expectOk(await device.door.unlock(passphrase));
    expectOk(await device.store.write([newClient(device.store, "Veikko")], "booking"));
    expect(device.store.drafts.read("booking")).toBeNull();
    const after = expectOk(await device.door.unlock(passphrase));
    expect(after.drafts.read("booking")).toBeNull();
    expect(namesIn(after)).toEqual(["Veikko"]);
    await settled(beside);
    expect(beside.drafts.read("booking")).toBeNull();
  });

  test("stays if it was not saved", async () => {
    const disk = new FaultyDisk();
    const device = await enrolTestDevice(1, makeProfile(1, makeTestPlatform(1), disk));
    const { store } = device;
    expectOk(await store.drafts.save("booking", "Veikko"));
    disk.faults.push("torn", "torn");
    expectFailure(await store.write([newClient(store, "Veikko")], "booking"));
    expect(store.drafts.read("booking")).toBe("Veikko");
    const after = expectOk(await device.door.unlock(passphrase));
    expect(after.drafts.read("booking")).toBe("Veikko");
    expect(namesIn(after)).toEqual([]);
  });
});
