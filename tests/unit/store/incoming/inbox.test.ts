import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { enrolTestDevice, passphrase, type TestDevice, testTeam } from "../../../support/device.ts";
import { clientState, clientStates, give, namesIn, rowsOnDisk } from "../../../support/records.ts";
import { expectOk } from "../../../support/result.ts";

const reopen = async (device: TestDevice) => {
  device.store.close();
  return expectOk(await device.door.unlock(passphrase));
};

describe("a line of records", () => {
  test("is there after a restart, with its cursor", async () => {
    const device = await enrolTestDevice();
    await give(device, [clientState(testTeam, "Veikko")], 4);
    const store = await reopen(device);
    expect(namesIn(store)).toEqual(["Veikko"]);
    expect(store.exchange.cursors().get(testTeam)).toEqual({
      epoch: "e1",
      seq: 4,
      resetting: false,
    });
  });

  test("of many records is one row on the disk", async () => {
    const device = await enrolTestDevice();
    await give(device, clientStates(testTeam, 200), 200);
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 1, records: 0 });
    expect((await reopen(device)).ledger.all(clientKind).size).toBe(200);
  });

  test("that changes a record of a segment wins over it, also after a restart", async () => {
    const device = await enrolTestDevice();
    const states = clientStates(testTeam, 20);
    await give(device, states, 20);
    await give(device, [clientState(testTeam, "uusi nimi", { id: states[3]!.id, ver: 2 })], 21);
    expect(namesIn(device.store)).toContain("uusi nimi");
    const names = namesIn(await reopen(device));
    expect(names).toContain("uusi nimi");
    expect(names).not.toContain("asiakas 3");
  });

  test("never replaces a newer state by an older one", async () => {
    const device = await enrolTestDevice();
    const newer = clientState(testTeam, "uudempi", { ver: 5 });
    await give(device, [newer], 5);
    await give(device, [clientState(testTeam, "vanhempi", { id: newer.id, ver: 4 })], 6);
    expect(namesIn(device.store)).toEqual(["uudempi"]);
    expect(namesIn(await reopen(device))).toEqual(["uudempi"]);
  });

  test("that drops a record takes it off the disk, out of its segment too", async () => {
    const device = await enrolTestDevice();
    const states = clientStates(testTeam, 20);
    await give(device, states, 20);
    await give(device, [], 21, [states[0]!.id]);
    expect(device.store.ledger.all(clientKind).size).toBe(19);
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 1, records: 0 });
    expect((await reopen(device)).ledger.all(clientKind).size).toBe(19);
  });

  test("that deletes a record takes it off the disk", async () => {
    const device = await enrolTestDevice();
    const state = clientState(testTeam, "Veikko");
    await give(device, [state], 1);
    await give(device, [{ ...state, ver: 2, deleted: true, fields: {} }], 2);
    expect(namesIn(device.store)).toEqual([]);
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 0, records: 0 });
  });
});

describe("the first line of an answer", () => {
  test("settles the edits it answers, with and without a row between them, and leaves the others", async () => {
    const device = await enrolTestDevice();
    const { store, team } = device;
    for (let nth = 0; nth < 6; nth += 1) {
      const record = store.newRecordId();
      const fields = { name: `asiakas ${nth}`, phone: "", language: "fi", note: "" };
      expectOk(await store.write([{ verb: "new", record, kind: "client", home: team, fields }]));
    }
    const ops = store.exchange.unsent().map(({ id }) => id);
    const fates = new Map([0, 1, 3, 5].map((nth) => [ops[nth]!, "stands" as const]));
    expectOk(await store.exchange.takeHeader({ fates, scopes: store.ledger.scopes(), echo: [] }));
    expect(store.exchange.unsent().map(({ id }) => id)).toEqual([ops[2], ops[4]]);
    const reopened = await reopen(device);
    expect(reopened.exchange.unsent().map(({ id }) => id)).toEqual([ops[2], ops[4]]);
  });

  const scopes = new Map([[testTeam, { kind: "team", role: "adviser" } as const]]);

  const writeOne = async ({ store, team }: TestDevice) => {
    const record = store.newRecordId();
    const fields = { name: "Veikko", phone: "", language: "fi", note: "" };
    expectOk(await store.write([{ verb: "new", record, kind: "client", home: team, fields }]));
    const [op] = store.exchange.unsent();
    return { record, op: op!.id };
  };

  test("settles an edit and stores its echo in one go", async () => {
    const device = await enrolTestDevice();
    const { record, op } = await writeOne(device);
    const state = clientState(testTeam, "Veikko", { id: record });
    expectOk(
      await device.store.exchange.takeHeader({
        fates: new Map([[op, "stands"]]),
        scopes,
        echo: [{ state, scopes: [testTeam] }],
      }),
    );
    expect(device.store.ledger.unsentSaves()).toBe(0);
    expect(namesIn(device.store)).toEqual(["Veikko"]);
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 0, records: 1 });
    expect(namesIn(await reopen(device))).toEqual(["Veikko"]);
  });

  test("moves a refused edit to the tray with its content", async () => {
    const device = await enrolTestDevice();
    const { op } = await writeOne(device);
    expectOk(
      await device.store.exchange.takeHeader({
        fates: new Map([[op, { refused: "edit.not_allowed" }]]),
        scopes,
        echo: [],
      }),
    );
    expect(device.store.ledger.unsentSaves()).toBe(0);
    const store = await reopen(device);
    const [entry] = expectOk(await store.tray.read());
    expect(entry).toMatchObject({
      reason: "edit.not_allowed",
      op: { verb: "new", value: { fields: { name: "Veikko" } } },
    });
    expectOk(await store.tray.dismiss(op));
    expect(expectOk(await store.tray.read())).toEqual([]);
  });

  test("keeps an edit whose starting text is asked for, and marks it", async () => {
    const device = await enrolTestDevice();
    const { op } = await writeOne(device);
    expectOk(
      await device.store.exchange.takeHeader({
        fates: new Map([[op, "needs-base"]]),
        scopes,
        echo: [],
      }),
    );
    expect(device.store.ledger.unsentSaves()).toBe(1);
    expect(device.store.exchange.wantsBase(op)).toBe(true);
    expectOk(
      await device.store.exchange.takeHeader({
        fates: new Map([[op, "stands"]]),
        scopes,
        echo: [],
      }),
    );
    expect(device.store.exchange.wantsBase(op)).toBe(false);
  });

  test("withdraws a scope that is no longer listed, half-finished reset and all", async () => {
    const device = await enrolTestDevice();
    await give(device, clientStates(testTeam, 30), 30);
    expectOk(await device.store.exchange.beginReset(testTeam));
    await give(device, [clientState(testTeam, "Veikko")], 1);
    expectOk(
      await device.store.exchange.takeHeader({
        fates: new Map(),
        scopes: new Map([[device.area, { kind: "area", role: "adviser" }]]),
        echo: [],
      }),
    );
    expect(namesIn(device.store)).toEqual([]);
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 0, records: 0 });
  });

  test("keeps unsent edits of a withdrawn scope", async () => {
    const device = await enrolTestDevice();
    await writeOne(device);
    expectOk(
      await device.store.exchange.takeHeader({ fates: new Map(), scopes: new Map(), echo: [] }),
    );
    expect(device.store.exchange.unsent()).toHaveLength(1);
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 1 });
  });
});

describe("tidying", () => {
  test("packs many loose records into segments and changes nothing one can see", async () => {
    const device = await enrolTestDevice();
    for (let round = 0; round < 21; round += 1) {
      await give(device, clientStates(testTeam, 10), round + 1);
    }
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 0, records: 210 });
    const before = namesIn(device.store);
    expectOk(await device.store.exchange.tidy());
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 2, records: 0 });
    expect(namesIn(device.store)).toEqual(before);
    expect(namesIn(await reopen(device))).toEqual(before);
  });

  test("packs what large lines have brought again and again", async () => {
    const device = await enrolTestDevice();
    const states = clientStates(testTeam, 100);
    for (let ver = 1; ver <= 5; ver += 1) {
      await give(
        device,
        states.map((state) => ({ ...state, ver })),
        ver,
      );
    }
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 5 });
    expectOk(await device.store.exchange.tidy());
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 1, records: 0 });
    await give(device, [], 6, [states[0]!.id]);
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 1, records: 0 });
    expect((await reopen(device)).ledger.all(clientKind).size).toBe(99);
  });

  test("leaves a few loose records alone", async () => {
    const device = await enrolTestDevice();
    await give(device, clientStates(testTeam, 10), 1);
    expectOk(await device.store.exchange.tidy());
    expect(await rowsOnDisk(device)).toMatchObject({ segments: 0, records: 10 });
  });
});
