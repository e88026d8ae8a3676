import * as fc from "fast-check";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import type { OpId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { KatveDatabase } from "#store/database.ts";
import { makeDeviceKeys } from "#store/identity.ts";
import { copyRows, readRows } from "#store/spare/rows.ts";
import type { Store } from "#store/store.ts";
import { passphrase, testTeam } from "../../../support/device.ts";
import { clientState, give, namesIn } from "../../../support/records.ts";
import { expectFailure, expectOk } from "../../../support/result.ts";
import { type Fault, FaultyDisk } from "../faulty-disk.ts";
import { newClient, spareDevice, write } from "./spare-device.ts";

const answer = async (store: Store, fate: (at: number) => "stands" | "refused") => {
  const fates = store.exchange
    .unsent()
    .map(({ id }, at): [OpId, "stands" | { refused: "edit.value_invalid" }] => [
      id,
      fate(at) === "stands" ? "stands" : { refused: "edit.value_invalid" },
    ]);
  expectOk(
    await store.exchange.takeHeader({
      fates: new Map(fates),
      scopes: store.ledger.scopes(),
      echo: [],
    }),
  );
};

const rowsOf = async (disk: IDBFactory) => {
  const database = new KatveDatabase("katve", disk, IDBKeyRange);
  const rows = await readRows(database);
  database.end("closed");
  return rows;
};

describe("a browser that has lost its disk", () => {
  test("still has the way into the vault and everything that was not sent, and can be written on", async () => {
    const device = await spareDevice();
    await give(device, [clientState(testTeam, "Tuotu")], 1);
    await write(device.store, "Veikko");
    await write(device.store, "Aili");
    expectOk(await device.store.drafts.save("new-client", { name: "kesken" }));
    const unsent = device.store.exchange.unsent();

    const after = device.loseMain();
    expect(expectOk(await after.door.state())).toEqual({
      kind: "locked",
      hasUnsent: true,
      isRevoked: false,
    });
    expect(expectFailure(await after.door.unlock("aivan väärä sanasarja"))).toEqual({
      code: "passphrase.wrong",
    });
    const store = expectOk(await after.door.unlock(passphrase));
    expect(store.identity.device).toBe(device.store.identity.device);
    expect(store.exchange.unsent()).toEqual(unsent);
    expect(namesIn(store)).toEqual(["Aili", "Veikko"]);
    expect(store.drafts.read("new-client")).toEqual({ name: "kesken" });
    await write(store, "Kolmas");
    expect(store.exchange.unsent()).toHaveLength(3);
  });

  test("says that the rest is missing until an exchange has come to its end", async () => {
    const device = await spareDevice();
    await give(device, [clientState(testTeam, "Tuotu")], 1);
    expect(device.store.damage().isRestMissing).toBe(false);
    const store = expectOk(await device.loseMain().door.unlock(passphrase));
    expect(store.damage().isRestMissing).toBe(true);
    expect([...store.exchange.cursors()]).toEqual([]);
    const mark = { at: toInstant(1), endpointAt: toInstant(1), clockAheadMs: 0 };
    expectOk(await store.exchange.noteComplete(mark));
    expect(store.damage().isRestMissing).toBe(false);
  });

  test("offers nothing again that was acknowledged, and keeps what was refused", async () => {
    const device = await spareDevice();
    for (const name of ["Veikko", "Aili", "Kolmas"]) await write(device.store, name);
    await answer(device.store, (at) => (at === 1 ? "refused" : "stands"));
    await write(device.store, "Neljäs");
    const store = expectOk(await device.loseMain().door.unlock(passphrase));
    expect(namesIn(store)).toEqual(["Neljäs"]);
    const [refused, ...more] = expectOk(await store.tray.read());
    expect(more).toEqual([]);
    expect(refused?.op).toMatchObject({ verb: "new", value: { fields: { name: "Aili" } } });
  });

  test("lets nobody else enrol over what was not sent", async () => {
    const device = await spareDevice();
    await write(device.store, "Veikko");
    const after = device.loseMain();
    const keys = await makeDeviceKeys(after.platform);
    const owner = { member: device.member, name: "Toinen Esimerkki" };
    expect(expectFailure(await after.door.enrol(keys, owner, "toinen sanasarja tässä"))).toEqual({
      code: "storage.blocked",
    });
    expect(namesIn(expectOk(await after.door.unlock(passphrase)))).toEqual(["Veikko"]);
  });

  test("keeps nothing back of a device that gave everything up", async () => {
    const device = await spareDevice();
    await give(device, [clientState(testTeam, "Tuotu")], 1);
    expectOk(await device.store.exchange.takeRevocation());
    await answer(device.store, () => "stands");
    expectOk(await device.store.drafts.save("teams", "a"));
    const rows = await rowsOf(device.spare());
    expect(rows.get("scopes")).toEqual([]);
    expect(rows.get("outbox")).toEqual([]);
  });

  test("twice, and then its second copy, has everything still", async () => {
    const device = await spareDevice();
    await write(device.store, "Veikko");
    const once = expectOk(await device.loseMain().door.unlock(passphrase));
    await write(once, "Aili");
    const again = device.loseMain(once);
    const twice = expectOk(await again.door.unlock(passphrase));
    expect(namesIn(twice)).toEqual(["Aili", "Veikko"]);
    device.loseSpare();
    twice.close();
    const present = expectOk(await again.door.unlock(passphrase));
    await write(present, "Kolmas");
    const last = expectOk(await device.loseMain(present).door.unlock(passphrase));
    expect(namesIn(last)).toEqual(["Aili", "Kolmas", "Veikko"]);
  });

  test("and has no second one begins as a new device", async () => {
    const device = await spareDevice(new IDBFactory(), () => Promise.resolve(null));
    await write(device.store, "Veikko");
    expect(expectOk(await device.loseMain().door.state())).toEqual({ kind: "new" });
  });
});

describe("the second copy", () => {
  test("that fails stops no save, and has everything once it works again", async () => {
    const faulty = new FaultyDisk();
    const device = await spareDevice(new IDBFactory(), () => Promise.resolve(faulty));
    await write(device.store, "ensin");
    const faults: Fault[] = ["full", "full", "torn", "torn", "lost", "lost"];
    for (const fault of faults) {
      faulty.faults.push(fault);
      await write(device.store, fault);
    }
    await write(device.store, "viimein");
    const store = expectOk(await device.loseMain().door.unlock(passphrase));
    expect(namesIn(store)).toEqual(["ensin", ...faults, "viimein"].toSorted());
  });

  test("whose disk does not open stops neither the way in nor a save", async () => {
    const device = await spareDevice(new IDBFactory(), () => Promise.reject(new Error("no disk")));
    await write(device.store, "Veikko");
    device.store.close();
    expect(namesIn(expectOk(await device.door.unlock(passphrase)))).toEqual(["Veikko"]);
  });

  test("has a commit that was on the disk and not heard of", async () => {
    const main = new FaultyDisk();
    const device = await spareDevice(main);
    main.faults.push("unheard");
    await write(device.store, "kuulematon");
    const store = expectOk(await device.loseMain().door.unlock(passphrase));
    expect(namesIn(store)).toEqual(["kuulematon"]);
  });

  test("made anew keeps what another tab wrote and took away while the first was read", async () => {
    const device = await spareDevice();
    const { drafts } = device.store;
    for (const name of ["written-on", "thrown-away"]) expectOk(await drafts.save(name, "vanha"));
    const main = new KatveDatabase("katve", device.disk, IDBKeyRange);
    const spare = new KatveDatabase("katve", device.spare(), IDBKeyRange);
    const read = main.transaction.bind(main) as (...rest: unknown[]) => Promise<unknown>;
    Object.assign(main, {
      transaction: async (...rest: unknown[]) => {
        const rows = await read(...rest);
        expectOk(await drafts.save("written-on", "uusi"));
        expectOk(await drafts.clear("thrown-away"));
        await write(device.store, "Veikko");
        return rows;
      },
    });
    expect(await copyRows(main, spare)).toBe(true);
    for (const one of [main, spare]) one.end("closed");
    expect(await rowsOf(device.spare())).toEqual(await rowsOf(device.disk));
    const store = expectOk(await device.loseMain().door.unlock(passphrase));
    expect(store.drafts.read("written-on")).toBe("uusi");
    expect(store.drafts.read("thrown-away")).toBeNull();
    expect(namesIn(store)).toEqual(["Veikko"]);
  });

  test("has nothing of a save that was torn", async () => {
    const main = new FaultyDisk();
    const device = await spareDevice(main);
    main.faults.push("torn", "torn");
    expectFailure(await device.store.write([newClient(device.store, "revennyt")]));
    await write(device.store, "kokonainen");
    const store = expectOk(await device.loseMain().door.unlock(passphrase));
    expect(namesIn(store)).toEqual(["kokonainen"]);
  });

  test("is equal to the first after any course of saves, answers, drafts and erasures, in two tabs", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("write" as const), name: fc.string({ maxLength: 4 }) }),
      fc.record({ kind: fc.constant("answer" as const), refuse: fc.nat(3) }),
      fc.record({ kind: fc.constant("draft" as const), name: fc.constantFrom("a", "b") }),
      fc.record({ kind: fc.constant("clear" as const), name: fc.constantFrom("a", "b") }),
      fc.record({ kind: fc.constant("dismiss" as const) }),
      fc.record({ kind: fc.constant("line" as const), seq: fc.nat(50) }),
      fc.record({ kind: fc.constant("erase" as const), seq: fc.nat(50) }),
    );
    const course = fc.array(fc.record({ step, tab: fc.nat(1) }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(course, async (steps) => {
        const device = await spareDevice();
        const tabs = [device.store, expectOk(await device.door.unlock(passphrase))];
        for (const one of steps) await take(tabs[one.tab] ?? device.store, one.step);
        // What is added last is heard of after everything before it.
        for (const [at, tab] of tabs.entries()) {
          expectOk(await tab.drafts.save(`last-${at}`, "x"));
        }
        expect(await rowsOf(device.spare())).toEqual(await rowsOf(device.disk));
        for (const tab of tabs) tab.close();
      }),
      { numRuns: 60 },
    );
  });
});

type Step =
  | { readonly kind: "write" | "draft" | "clear"; readonly name: string }
  | { readonly kind: "answer"; readonly refuse: number }
  | { readonly kind: "line" | "erase"; readonly seq: number }
  | { readonly kind: "dismiss" };

const take = async (store: Store, step: Step): Promise<void> => {
  switch (step.kind) {
    case "write":
      return write(store, step.name);
    case "answer":
      return answer(store, (at) => (at === step.refuse ? "refused" : "stands"));
    case "draft":
      expectOk(await store.drafts.save(step.name, "text"));
      return;
    case "clear":
      expectOk(await store.drafts.clear(step.name));
      return;
    case "line":
      return give({ store }, [clientState(testTeam, "Tuotu")], step.seq);
    case "erase": {
      const [edit] = store.exchange.unsent();
      const erase = edit === undefined ? [] : [edit.record];
      const cursor = { epoch: "e1", seq: step.seq };
      expectOk(
        await store.exchange.takeChunks({ scope: testTeam, put: [], drop: [], erase, cursor }),
      );
      return;
    }
    case "dismiss": {
      const [entry] = expectOk(await store.tray.read());
      if (entry !== undefined) expectOk(await store.tray.dismiss(entry.op.id));
      return;
    }
    default:
      return step satisfies never;
  }
};
