import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { enrolTestDevice, passphrase, type TestDevice, testTeam } from "../../../support/device.ts";
import { clientState, clientStates, give, namesIn, rowsOnDisk } from "../../../support/records.ts";
import { expectOk } from "../../../support/result.ts";

const reopen = async (device: TestDevice) => {
  device.store.close();
  return expectOk(await device.door.unlock(passphrase));
};

describe("a reset", () => {
  test("keeps what is there until it ends, and then only what it brought", async () => {
    const device = await enrolTestDevice();
    const kept = clientState(testTeam, "jää");
    await give(device, [kept, clientState(testTeam, "lähtee")], 2);
    expectOk(await device.store.exchange.beginReset(testTeam));
    await give(device, [kept], 1);
    expect(namesIn(device.store)).toEqual(["jää", "lähtee"]);
    expectOk(await device.store.exchange.endReset(testTeam, { epoch: "e2", seq: 9 }));
    expect(namesIn(device.store)).toEqual(["jää"]);
    expect(namesIn(await reopen(device))).toEqual(["jää"]);
  });

  test("brings the truth, also an older version than the device had", async () => {
    const device = await enrolTestDevice();
    const held = clientState(testTeam, "ennen palautusta", { ver: 9 });
    await give(device, [held], 9);
    expectOk(await device.store.exchange.beginReset(testTeam));
    const restored = clientState(testTeam, "palautettu", { id: held.id, ver: 1 });
    await give(device, [restored], 1);
    expectOk(await device.store.exchange.endReset(testTeam, { epoch: "e2", seq: 1 }));
    expect(namesIn(device.store)).toEqual(["palautettu"]);
    expect(namesIn(await reopen(device))).toEqual(["palautettu"]);
  });

  test("that was cut off goes on after a restart", async () => {
    const device = await enrolTestDevice();
    await give(device, [clientState(testTeam, "lähtee")], 1);
    expectOk(await device.store.exchange.beginReset(testTeam));
    await give(device, [clientState(testTeam, "eka")], 1);
    const store = await reopen(device);
    expect(store.exchange.cursors().get(testTeam)?.resetting).toBe(true);
    await give({ store }, [clientState(testTeam, "toka")], 2);
    expectOk(await store.exchange.endReset(testTeam, { epoch: "e1", seq: 2 }));
    expect(namesIn(store)).toEqual(["eka", "toka"]);
  });
});

describe("a reset of large lines", () => {
  test("that was cut off keeps on the screen what it had brought when it ends after a restart", async () => {
    const device = await enrolTestDevice();
    const states = clientStates(testTeam, 120);
    for (let at = 0; at < 120; at += 20) await give(device, states.slice(at, at + 20), at);
    expectOk(await device.store.exchange.beginReset(testTeam));
    for (let at = 0; at < 120; at += 20) await give(device, states.slice(at, at + 20), at);
    const store = await reopen(device);
    expectOk(await store.exchange.endReset(testTeam, { epoch: "e1", seq: 120 }));
    expect(store.ledger.all(clientKind).size).toBe(120);
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 6, records: 0 });
    store.close();
    expect(expectOk(await device.door.unlock(passphrase)).ledger.all(clientKind).size).toBe(120);
  });
});

describe("a record of two scopes", () => {
  test("is shown as its home brought it, and keeps only what the other brought when the home is withdrawn", async () => {
    const device = await enrolTestDevice();
    const { exchange } = device.store;
    const atHome = clientState(testTeam, "kotona", { ver: 5 });
    const shared = clientState(testTeam, "jaettu", { id: atHome.id, ver: 6 });
    await give(device, [atHome], 5);
    const cursor = { epoch: "a", seq: 1 };
    expectOk(await exchange.takeChunks({ scope: device.area, put: [shared], drop: [], cursor }));
    expect(namesIn(device.store)).toEqual(["kotona"]);
    expectOk(
      await exchange.takeHeader({
        fates: new Map(),
        scopes: new Map([[device.area, { kind: "area", role: "adviser" }]]),
        echo: [],
      }),
    );
    expect(namesIn(device.store)).toEqual(["jaettu"]);
    expect(namesIn(await reopen(device))).toEqual(["jaettu"]);
  });
});

describe("a line of a scope that has been withdrawn", () => {
  test("brings nothing", async () => {
    const device = await enrolTestDevice();
    expectOk(
      await device.store.exchange.takeHeader({ fates: new Map(), scopes: new Map(), echo: [] }),
    );
    await give(device, [clientState(testTeam, "Veikko")], 1);
    expectOk(await device.store.exchange.beginReset(testTeam));
    expectOk(await device.store.exchange.endReset(testTeam, { epoch: "e", seq: 1 }));
    expect(namesIn(await reopen(device))).toEqual([]);
  });
});
