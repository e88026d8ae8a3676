import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { ok } from "#domain/result.ts";
import { makeQueue } from "#store/queue.ts";
import type { Store } from "#store/store.ts";
import { openTabs } from "#store/tabs.ts";
import { enrolTestDevice, makeProfile, passphrase, testTeam } from "../../support/device.ts";
import { makeTestPlatform } from "../../support/platform.ts";
import { clientState, clientStates, namesIn } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

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

const give = (store: Store) =>
  store.exchange.takeChunks({
    scope: testTeam,
    put: [clientState(testTeam, "P-114")],
    drop: [],
    cursor: { epoch: "e", seq: 1 },
  });

describe("locking", () => {
  test("still writes what was saved before it, and takes the key and the records away", async () => {
    const { store, door } = await enrolTestDevice();
    const saves = [write(store, "Veikko"), store.drafts.save("d", "kesken"), write(store, "Aino")];
    store.close();
    for (const saved of saves) expectOk(await saved);
    expect(namesIn(store)).toEqual([]);
    expect(store.exchange.unsent()).toEqual([]);
    const reopened = expectOk(await door.unlock(passphrase));
    expect(namesIn(reopened)).toEqual(["Aino", "Veikko"]);
    expect(reopened.drafts.read("d")).toBe("kesken");
  });

  test("writes nothing afterwards, and throws nothing", async () => {
    const { store, door } = await enrolTestDevice();
    store.close();
    store.close();
    const lost = { code: "storage.lost" };
    expect(expectFailure(await write(store, "Veikko"))).toEqual(lost);
    expect(expectFailure(await give(store))).toEqual(lost);
    expect(expectFailure(await store.exchange.beginReset(testTeam))).toEqual(lost);
    expect(expectFailure(await store.drafts.save("d", 1))).toEqual(lost);
    expect(expectFailure(await store.tray.read())).toEqual(lost);
    const reopened = expectOk(await door.unlock(passphrase));
    expect(namesIn(reopened)).toEqual([]);
  });

  test("in the middle of an exchange ends with the line under way", async () => {
    const { store, door } = await enrolTestDevice();
    const line = give(store);
    store.lock();
    expectOk(await line);
    expect(namesIn(store)).toEqual([]);
    expect(namesIn(expectOk(await door.unlock(passphrase)))).toEqual(["P-114"]);
  });

  test("in one tab is told to the others, and not back", async () => {
    const { store, door } = await enrolTestDevice();
    const other = expectOk(await door.unlock(passphrase));
    let told = 0;
    store.onLocked(() => (told += 10));
    other.onLocked(() => {
      told += 1;
      other.close();
    });
    store.lock();
    expect(told).toBe(1);
    expect(expectFailure(await write(other, "Veikko"))).toEqual({ code: "storage.lost" });
  });
});

describe("the tabs of a browser", () => {
  test("hear each other and not themselves, and nothing once closed", async () => {
    const [one, other] = [openTabs("t"), openTabs("t")];
    const heard: string[] = [];
    one.onCommitted(() => heard.push("own"));
    const locked = new Promise<void>((resolve) => other.onLocked(resolve));
    other.onCommitted(() => heard.push("committed"));
    one.tellCommitted();
    one.tellLocked();
    await locked;
    expect(heard).toEqual(["committed"]);
    one.close();
    expect(() => one.tellCommitted()).not.toThrow();
    other.close();
  });

  test("show each other's writing, the exchange's lines and its time", async () => {
    const { store, door, platform } = await enrolTestDevice();
    const other = expectOk(await door.unlock(passphrase));
    const heard: string[] = [];
    other.ledger.subscribe((kinds) => heard.push(...kinds));
    expectOk(await write(store, "Veikko"));
    expectOk(await give(store));
    const at = platform.clock.now();
    expectOk(await store.exchange.noteComplete({ at, endpointAt: at, clockAheadMs: 0 }));
    // Everything the tab was told of stands in its queue before this.
    expectOk(await other.drafts.clear("none"));
    expect(namesIn(other)).toEqual(["P-114", "Veikko"]);
    expect(other.exchange.last()?.at).toBe(at);
    expect(heard).toContain("exchange");
  });

  test("read once for many commits elsewhere", async () => {
    const { store, door } = await enrolTestDevice();
    const other = expectOk(await door.unlock(passphrase));
    let readings = 0;
    other.ledger.subscribe(() => (readings += 1));
    const lines = Array.from({ length: 30 }, () => give(store));
    for (const line of lines) expectOk(await line);
    expectOk(await other.drafts.clear("none"));
    expect(namesIn(other)).toHaveLength(30);
    expect(readings).toBeLessThan(30);
  });

  test("that heard nothing of each other build on what is on the disk, not on what they remember", async () => {
    const { store, disk } = await enrolTestDevice();
    const deaf = makeProfile(2, makeTestPlatform(2), disk);
    const other = expectOk(await deaf.door.unlock(passphrase));
    const states = clientStates(testTeam, 20);
    const cursor = { epoch: "e", seq: 4 };
    expectOk(await store.exchange.takeChunks({ scope: testTeam, put: states, drop: [], cursor }));
    const drop = [states[0]!.id];
    expectOk(await other.exchange.takeChunks({ scope: testTeam, put: [], drop, cursor }));
    expect(namesIn(other)).toHaveLength(19);
    expectOk(await write(store, "Veikko"));
    expect(namesIn(store)).toHaveLength(20);
    expect(namesIn(expectOk(await deaf.door.unlock(passphrase)))).toHaveLength(20);
  });

  test("lose nothing when both write, fold and receive at once", async () => {
    const { store, door } = await enrolTestDevice();
    const other = expectOk(await door.unlock(passphrase));
    const put = clientStates(testTeam, 40);
    const work = [store, other].flatMap((tab) => [
      write(tab, "Veikko"),
      tab.exchange.takeChunks({ scope: testTeam, put, drop: [], cursor: { epoch: "e", seq: 4 } }),
      write(tab, "Aino"),
      tab.exchange.tidy(),
    ]);
    for (const done of await Promise.all(work)) expectOk(done);
    const reopened = expectOk(await door.unlock(passphrase));
    expect(reopened.ledger.all(clientKind).size).toBe(44);
    expect(reopened.exchange.unsent()).toHaveLength(4);
  });
});

describe("the queue", () => {
  test("goes on after a task that threw, and closes after the last one", async () => {
    const queue = makeQueue();
    const done: string[] = [];
    const failed = queue.run(() => Promise.reject(new Error("defect")));
    const after = queue.run(() => {
      done.push("task");
      return Promise.resolve(ok(1));
    });
    queue.close(() => done.push("closed"));
    expect(done).toEqual([]);
    await expect(failed).rejects.toThrow("defect");
    expectOk(await after);
    expect(done).toEqual(["task", "closed"]);
  });

  test("closes at once when nothing is left to do", () => {
    let isClosed = false;
    makeQueue().close(() => (isClosed = true));
    expect(isClosed).toBe(true);
  });
});
