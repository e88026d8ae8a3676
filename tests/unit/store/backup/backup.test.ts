import { describe, expect, test } from "vitest";
import { makeRecordId } from "#domain/ids.ts";
import { addMs, dayMs, minuteMs } from "#domain/instant.ts";
import { eventKind } from "#domain/kinds/event.ts";
import {
  backUp,
  busyDevice,
  filePhrase,
  member,
  newClient,
  newDevice,
  oldDevice,
  restore,
} from "../../../support/backups.ts";
import {
  enrolTestDevice,
  makeProfile,
  passphrase,
  testArea,
  type TestDevice,
} from "../../../support/device.ts";
import { makeSeededChance, makeTestClock, makeTestPlatform } from "../../../support/platform.ts";
import { namesIn, rowsOnDisk } from "../../../support/records.ts";
import { expectFailure, expectOk } from "../../../support/result.ts";

describe("a backup", () => {
  test("of another member is refused and brings nothing", async () => {
    const { device } = await busyDevice();
    const other = await enrolTestDevice(3);
    expect(
      expectFailure(await other.store.backup.restore(await backUp(device), filePhrase)),
    ).toEqual({ code: "backup.other_member" });
    expect(other.store.exchange.unsent()).toEqual([]);
    expect(await rowsOnDisk(other)).toMatchObject({ outbox: 0, tray: 0 });
  });

  test("is not made under a passphrase that is easy to try", async () => {
    const device = await oldDevice();
    expect(expectFailure(await device.store.backup.make("lyhyt"))).toEqual({
      code: "passphrase.too_short",
    });
  });

  test("holds what another tab has just written", async () => {
    const device = await oldDevice();
    const tab = expectOk(await device.door.unlock(passphrase));
    await newClient({ store: tab }, "Toisella välilehdellä");
    const file = await backUp(device);
    const fresh = await newDevice();
    expect(await restore(fresh, file)).toMatchObject({ saves: 1 });
    expect(namesIn(fresh.store)).toEqual(["Toisella välilehdellä"]);
  });

  test("counts what it would hold", async () => {
    const { device } = await busyDevice();
    expect(expectOk(await device.store.backup.count())).toEqual({
      unsent: 2,
      refused: 1,
      drafts: ["booking"],
      records: 1,
    });
  });

  test("is remembered with its time over a restart, once a person has it", async () => {
    const { device } = await busyDevice();
    const { store, door, platform } = device;
    const backup = expectOk(await store.backup.make(filePhrase));
    expect(store.backup.last()).toBeNull();
    expectOk(await store.backup.noteTaken(backup));
    expect(store.backup.last()).toBe(platform.clock.now());
    store.close();
    const reopened = expectOk(await door.unlock(passphrase));
    expect(reopened.backup.last()).toBe(backup.madeAt);
    expect(reopened.backup.unkept(addMs(platform.clock.now(), dayMs))).toBe(0);
  });

  test("is wanted for saves that are older than asked for and in none, also not brought by one", async () => {
    const clock = makeTestClock();
    const device = await enrolTestDevice(1, makeProfile(1, makeTestPlatform(1, clock)), member);
    const { backup } = device.store;
    await newClient(device, "Eilinen");
    clock.advance(dayMs);
    await newClient(device, "Tämänpäiväinen");
    const yesterday = addMs(clock.now(), -minuteMs);
    expect(backup.unkept(yesterday)).toBe(1);
    const file = await backUp(device);
    expect(backup.unkept(yesterday)).toBe(0);
    const fresh = await newDevice();
    await restore(fresh, file);
    expect(fresh.store.backup.unkept(addMs(clock.now(), dayMs))).toBe(0);
    await newClient(device, "Myöhempi");
    expect(backup.unkept(addMs(clock.now(), dayMs))).toBe(1);
  });

  test("brings counters that add up to what was counted", async () => {
    const device = await oldDevice();
    const record = makeRecordId(makeSeededChance(5));
    const { store } = device;
    expectOk(
      await store.write([
        { verb: "new", record, kind: "event", home: testArea, fields: { title: "Messut" } },
      ]),
    );
    const sight = store.ledger.sightOf(record);
    if (sight === null) return expect.fail("the event is there");
    expectOk(await store.write([{ verb: "inc", sight, field: "counts.work", value: 3 }]));
    expectOk(await store.write([{ verb: "inc", sight, field: "counts.work", value: 2 }]));
    const fresh: TestDevice = await newDevice();
    const file = await backUp(device);
    await restore(fresh, file);
    await restore(fresh, file);
    expect(fresh.store.ledger.get(eventKind, record)?.values.counts).toEqual({ work: 5 });
  });
});
