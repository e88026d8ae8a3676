import { IDBFactory } from "fake-indexeddb";
import type { OpenSpareDisk } from "#store/spare/spare.ts";
import type { Store } from "#store/store.ts";
import { enrolTestDevice, makeProfile, testTeam } from "../../../support/device.ts";
import { makeTestPlatform } from "../../../support/platform.ts";
import { expectOk } from "../../../support/result.ts";

/** A person the device has not heard of. */
export const newClient = (store: Store, name: string) => ({
  verb: "new" as const,
  record: store.newRecordId(),
  kind: "client",
  home: testTeam,
  fields: { name },
});

/** Saves such a person. */
export const write = async (store: Store, name: string) => {
  expectOk(await store.write([newClient(store, name)]));
};

/** A device whose second copy lies on a disk of its own, and how the browser loses either of them. */
export const spareDevice = async (main = new IDBFactory(), openSpareDisk?: OpenSpareDisk) => {
  let spare = new IDBFactory();
  const platform = makeTestPlatform(1);
  const openSpare = openSpareDisk ?? (() => Promise.resolve(spare));
  const device = await enrolTestDevice(1, makeProfile(1, platform, main, openSpare));
  return {
    ...device,
    spare: () => spare,
    /** The same browser after it has lost its usual disk. */
    loseMain: (store = device.store) => {
      store.close();
      return makeProfile(1, platform, new IDBFactory(), openSpare);
    },
    loseSpare: () => {
      spare = new IDBFactory();
    },
  };
};
