import { describe, expect, test } from "vitest";
import { addMs, minuteMs } from "#domain/instant.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { sealBackupFile } from "#store/backup/backup-file.ts";
import {
  backUp,
  busyDevice,
  filePhrase,
  member,
  newClient,
  newDevice,
  note,
  oldDevice,
  refuseAll,
  restore,
  settleAll,
} from "../../../support/backups.ts";
import {
  enrolTestDevice,
  makeProfile,
  passphrase,
  testArea,
  testTeam,
} from "../../../support/device.ts";
import { makeTestClock, makeTestPlatform } from "../../../support/platform.ts";
import { clientState, clientStates, give, namesIn, rowsOnDisk } from "../../../support/records.ts";
import { expectFailure, expectOk } from "../../../support/result.ts";
import { type Fault, FaultyDisk } from "../faulty-disk.ts";

describe("a backup brought in on a fresh device of the same member", () => {
  test("leaves a draft in the file while another is under way here, and brings it afterwards", async () => {
    const { device } = await busyDevice();
    const file = await backUp(device);
    const fresh = await newDevice();
    expectOk(await fresh.store.drafts.save("booking", { who: "Toinen" }));
    expect(await restore(fresh, file)).toMatchObject({ drafts: [], left: ["booking"] });
    expect(fresh.store.drafts.read("booking")).toEqual({ who: "Toinen" });
    expectOk(await fresh.store.drafts.clear("booking"));
    expect(await restore(fresh, file)).toMatchObject({ drafts: ["booking"], left: [] });
    expect(fresh.store.drafts.read("booking")).toEqual({ who: "Kesken" });
  });

  test("brings what waits to be sent, in order and by saves, what was refused, and drafts", async () => {
    const { device, known, made } = await busyDevice();
    const fresh = await newDevice();
    expect(await restore(fresh, await backUp(device))).toMatchObject({
      saves: 2,
      refused: 1,
      drafts: ["booking"],
    });
    const { store } = fresh;
    expect(store.exchange.unsent()).toEqual(device.store.exchange.unsent());
    expect(store.ledger.unsentSaves()).toBe(2);
    expect(store.ledger.get(clientKind, made)?.values).toMatchObject({
      name: "Uusi",
      note: "Soittaa aamulla.",
    });
    expect(expectOk(await store.tray.read())).toEqual(expectOk(await device.store.tray.read()));
    expect(expectOk(await store.tray.read())).toMatchObject([
      { reason: "edit.record_deleted", op: { record: known.id, value: "Ei saa kadota." } },
    ]);
    expect(store.drafts.read("booking")).toEqual({ who: "Kesken" });
  });

  test("is all there after a restart", async () => {
    const { device } = await busyDevice();
    const fresh = await newDevice();
    await restore(fresh, await backUp(device));
    fresh.store.close();
    const reopened = expectOk(await fresh.door.unlock(passphrase));
    expect(reopened.exchange.unsent()).toEqual(device.store.exchange.unsent());
    expect(expectOk(await reopened.tray.read())).toHaveLength(1);
    expect(reopened.drafts.read("booking")).toEqual({ who: "Kesken" });
  });

  test("keeps the text an edit started from, for an endpoint that no longer has it", async () => {
    const device = await oldDevice();
    const known = { ...clientState(testTeam, "Tuttu"), fields: { name: "Tuttu", note: "Vanha." } };
    await give(device, [known], 1);
    await note(device, known.id, "Vanha. Uusi.");
    const fresh = await newDevice();
    await restore(fresh, await backUp(device));
    expect(fresh.store.exchange.unsent()).toMatchObject([
      { base: "Vanha.", value: "Vanha. Uusi." },
    ]);
  });

  test("a second time brings nothing", async () => {
    const { device } = await busyDevice();
    const file = await backUp(device);
    const fresh = await newDevice();
    await restore(fresh, file);
    const before = await rowsOnDisk(fresh);
    expect(await restore(fresh, file)).toMatchObject({ saves: 0, refused: 0, drafts: [] });
    expect(await rowsOnDisk(fresh)).toEqual(before);
    expect(fresh.store.ledger.unsentSaves()).toBe(2);
  });

  test("a second time brings no draft and no refusal that had its day meanwhile", async () => {
    const { device } = await busyDevice();
    const file = await backUp(device);
    const fresh = await newDevice();
    await restore(fresh, file);
    const [entry] = expectOk(await fresh.store.tray.read());
    if (entry === undefined) return expect.fail("the refused edit is there");
    expectOk(await fresh.store.tray.dismiss(entry.op.id));
    expectOk(await fresh.store.drafts.clear("booking"));
    expect(await restore(fresh, file)).toMatchObject({ refused: 0, drafts: [] });
    expect(expectOk(await fresh.store.tray.read())).toEqual([]);
    expect(fresh.store.drafts.read("booking")).toBeNull();
  });

  test("a second time leaves alone what the endpoint has taken from this device", async () => {
    const { device } = await busyDevice();
    const file = await backUp(device);
    const fresh = await newDevice();
    await restore(fresh, file);
    await settleAll(fresh);
    expect(await restore(fresh, file)).toMatchObject({ saves: 0 });
    expect(fresh.store.exchange.unsent()).toEqual([]);
  });

  test.each<Fault>(["lost", "torn", "unheard"])(
    "comes in exactly once where the disk's connection is %s",
    async (fault) => {
      const { device } = await busyDevice();
      const disk = new FaultyDisk();
      const profile = makeProfile(2, makeTestPlatform(2), disk);
      const fresh = await enrolTestDevice(2, profile, member);
      disk.faults.push(fault, "none", fault);
      const came = { saves: 2, refused: 1, drafts: ["booking"] };
      expect(await restore(fresh, await backUp(device))).toMatchObject(came);
      expect(disk.faults).toEqual([]);
      expect(fresh.store.ledger.unsentSaves()).toBe(2);
      expect(fresh.store.drafts.read("booking")).toEqual({ who: "Kesken" });
      fresh.store.close();
      const reopened = expectOk(await fresh.door.unlock(passphrase));
      expect(reopened.ledger.unsentSaves()).toBe(2);
      expect(reopened.drafts.read("booking")).toEqual({ who: "Kesken" });
      expect(await rowsOnDisk(fresh)).toMatchObject({ outbox: 2, tray: 1 });
    },
  );

  test("that does not fit on the disk brings nothing", async () => {
    const { device } = await busyDevice();
    const disk = new FaultyDisk();
    const profile = makeProfile(2, makeTestPlatform(2), disk);
    const fresh = await enrolTestDevice(2, profile, member);
    const file = await backUp(device);
    disk.faults.push("none", "full");
    expect(expectFailure(await fresh.store.backup.restore(file, filePhrase))).toEqual({
      code: "storage.full",
    });
    expect(fresh.store.exchange.unsent()).toEqual([]);
    expect(fresh.store.drafts.read("booking")).toBeNull();
    expect(await rowsOnDisk(fresh)).toMatchObject({ outbox: 0, tray: 0 });
  });

  test("keeps what an edit that the endpoint had lost says of its record's versions", async () => {
    const device = await oldDevice();
    await newClient(device, "Uusi");
    const [op] = device.store.exchange.unsent();
    if (op === undefined) return expect.fail("the edit waits");
    const content = {
      madeAt: op.at,
      member,
      device: device.store.identity.device,
      clockAheadMs: null,
      edits: [{ save: op.id, op: { ...op, was: [100_002] } }],
      sent: [],
      tray: [],
      drafts: [],
      scopes: [],
    };
    const file = await sealBackupFile(JSON.stringify(content), filePhrase, device.platform);
    const fresh = await newDevice();
    await restore(fresh, file);
    expect(fresh.store.exchange.unsent()).toMatchObject([{ id: op.id, was: [100_002] }]);
  });

  test("leaves alone what is being written under the same name, and what was refused since", async () => {
    const { device } = await busyDevice();
    const fresh = await newDevice();
    const file = await backUp(device);
    expectOk(await fresh.store.drafts.save("booking", { who: "Täällä" }));
    await restore(fresh, file);
    await refuseAll(fresh);
    expect(await restore(fresh, file)).toMatchObject({ saves: 0, drafts: [] });
    expect(fresh.store.drafts.read("booking")).toEqual({ who: "Täällä" });
    expect(fresh.store.exchange.unsent()).toEqual([]);
    expect(expectOk(await fresh.store.tray.read())).toHaveLength(3);
  });

  test("goes behind what was written there before", async () => {
    const { device, made } = await busyDevice();
    const fresh = await newDevice();
    const own = await newClient(fresh, "Oma");
    await restore(fresh, await backUp(device));
    expect(fresh.store.exchange.unsent().map(({ record }) => record)).toEqual([own, made, made]);
  });

  test("is seen by another tab", async () => {
    const { device } = await busyDevice();
    const fresh = await newDevice();
    const tab = expectOk(await fresh.door.unlock(passphrase));
    await restore(fresh, await backUp(device));
    expectOk(await tab.drafts.clear("none"));
    expect(tab.exchange.unsent()).toEqual(fresh.store.exchange.unsent());
  });

  test("tells times by its own clock where the other's was wrong", async () => {
    const clock = makeTestClock();
    const wrong = makeTestClock(addMs(clock.now(), 90 * minuteMs));
    const device = await enrolTestDevice(1, makeProfile(1, makeTestPlatform(1, wrong)), member);
    expectOk(
      await device.store.exchange.noteComplete({
        at: wrong.now(),
        endpointAt: clock.now(),
        clockAheadMs: 90 * minuteMs,
      }),
    );
    await newClient(device, "Uusi");
    const fresh = await newDevice();
    await restore(fresh, await backUp(device));
    expect(fresh.store.exchange.unsent()).toMatchObject([{ at: clock.now() }]);
  });
});

describe("the records of a backup", () => {
  const seen = clientStates(testTeam, 230);
  const fileOfSeen = async () => {
    const device = await oldDevice();
    await give(device, seen, 1);
    return backUp(device);
  };

  test("are shown until the endpoint has brought their scope, which is the truth then", async () => {
    const fresh = await newDevice();
    await restore(fresh, await fileOfSeen());
    expect(namesIn(fresh.store)).toHaveLength(230);
    fresh.store.close();
    const store = expectOk(await fresh.door.unlock(passphrase));
    expect(namesIn(store)).toHaveLength(230);
    expect([...store.exchange.cursors()]).toEqual([]);
    const [first] = seen;
    if (first === undefined) return expect.fail("there are records");
    const changed = { ...first, ver: 1, fields: { ...first.fields, name: "muuttunut" } };
    expectOk(await store.exchange.beginReset(testTeam));
    await give({ store }, [changed], 7);
    expect(namesIn(store)).toHaveLength(230);
    expectOk(await store.exchange.endReset(testTeam, { epoch: "e1", seq: 7 }));
    expect(namesIn(store)).toEqual(["muuttunut"]);
    store.close();
    expect(namesIn(expectOk(await fresh.door.unlock(passphrase)))).toEqual(["muuttunut"]);
  });

  test("go as soon as their scope is complete, also when it had begun to come", async () => {
    const fresh = await newDevice();
    expectOk(await fresh.store.exchange.beginReset(testTeam));
    await restore(fresh, await fileOfSeen());
    await give(fresh, [clientState(testTeam, "Yksi")], 3);
    expectOk(await fresh.store.exchange.endReset(testTeam, { epoch: "e1", seq: 3 }));
    expect(namesIn(fresh.store)).toEqual(["Yksi"]);
  });

  test("stay away from a scope that the endpoint has brought, and from one it has not named", async () => {
    const file = await fileOfSeen();
    const fresh = await newDevice();
    await give(fresh, [clientState(testTeam, "Yksi")], 3);
    await restore(fresh, file);
    expect(namesIn(fresh.store)).toEqual(["Yksi"]);
    const stranger = await newDevice(3);
    const scopes = new Map([[testArea, { kind: "area", role: "adviser" } as const]]);
    expectOk(await stranger.store.exchange.takeHeader({ fates: new Map(), scopes, echo: [] }));
    await restore(stranger, file);
    expect(namesIn(stranger.store)).toEqual([]);
  });
});
