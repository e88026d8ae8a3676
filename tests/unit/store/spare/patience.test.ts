import { IDBFactory } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { passphrase } from "../../../support/device.ts";
import { namesIn } from "../../../support/records.ts";
import { expectOk } from "../../../support/result.ts";
import { spareDevice, write } from "./spare-device.ts";

const holdTimers = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
afterEach(() => {
  vi.useRealTimers();
});

/** A disk that answers at once until it is told to answer late. */
const lateDisk = () => {
  const disk = new IDBFactory();
  const asked = Promise.withResolvers<void>();
  let isLate = false;
  const answer = Promise.withResolvers<void>();
  return {
    open: async () => {
      if (isLate) {
        asked.resolve();
        await answer.promise;
      }
      return disk;
    },
    beLate: () => {
      isLate = true;
    },
    /** Resolves when somebody has asked for the disk since. */
    asked: asked.promise,
    answer: () => answer.resolve(),
  };
};

test("a second copy whose disk never answers holds saves up for three seconds, and that once", async () => {
  const spare = lateDisk();
  const device = await spareDevice(new IDBFactory(), spare.open);
  device.store.close();
  spare.beLate();
  holdTimers();
  const store = expectOk(await device.door.unlock(passphrase));
  await spare.asked;
  const saved = write(store, "Veikko");
  vi.advanceTimersByTime(3_000);
  await saved;
  await write(store, "Aili");
  expect(namesIn(store)).toEqual(["Aili", "Veikko"]);
});

test("a browser that has lost its disk is no new device because the second copy opens late", async () => {
  const spare = lateDisk();
  const device = await spareDevice(new IDBFactory(), spare.open);
  await write(device.store, "Veikko");
  spare.beLate();
  const after = device.loseMain();
  holdTimers();
  const state = after.door.state();
  await spare.asked;
  vi.advanceTimersByTime(29_000);
  spare.answer();
  expect(expectOk(await state).kind).toBe("locked");
  expect(namesIn(expectOk(await after.door.unlock(passphrase)))).toEqual(["Veikko"]);
});

test("a new device begins, and is written on, where the second copy's disk never answers", async () => {
  const spare = lateDisk();
  spare.beLate();
  holdTimers();
  const enrolled = spareDevice(new IDBFactory(), spare.open);
  await spare.asked;
  vi.advanceTimersByTime(30_000);
  const { store } = await enrolled;
  await write(store, "Veikko");
  expect(namesIn(store)).toEqual(["Veikko"]);
});
