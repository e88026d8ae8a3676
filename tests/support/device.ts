import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { makeMemberId, makeScopeId, type MemberId, type ScopeId } from "#domain/ids.ts";
import { type Door, makeDoor } from "#store/door.ts";
import { makeDeviceKeys } from "#store/identity.ts";
import type { Platform } from "#store/platform.ts";
import type { OpenSpareDisk } from "#store/spare/spare.ts";
import type { Store } from "#store/store.ts";
import { makeSeededChance, makeTestPlatform } from "./platform.ts";
import { expectOk } from "./result.ts";
import { makeTabRoom } from "./tab-room.ts";

export const passphrase = "seitsemän hiljaista harmaata hirveä";

/** A browser profile: what stays when every page of it is closed or killed. */
export type TestProfile = {
  readonly door: Door;
  readonly disk: IDBFactory;
  readonly platform: Platform;
};

export const makeProfile = (
  seed: number,
  platform = makeTestPlatform(seed),
  disk = new IDBFactory(),
  openSpareDisk?: OpenSpareDisk,
): TestProfile => {
  const door = makeDoor({
    name: "katve",
    platform,
    openTabs: makeTabRoom(),
    cost: { memoryKiB: 64, passes: 1, lanes: 1 },
    indexedDB: disk,
    IDBKeyRange,
    ...(openSpareDisk === undefined ? {} : { openSpareDisk }),
  });
  return { door, disk, platform };
};

/** A device of a member of one team and its area, without an endpoint behind it. */
export type TestDevice = TestProfile & {
  readonly store: Store;
  readonly member: MemberId;
  readonly team: ScopeId;
  readonly area: ScopeId;
};

const scopeChance = makeSeededChance(7);
export const testTeam: ScopeId = makeScopeId(scopeChance);
export const testArea: ScopeId = makeScopeId(scopeChance);

export const enrolTestDevice = async (
  seed = 1,
  profile = makeProfile(seed),
  member = makeMemberId(profile.platform.chance),
): Promise<TestDevice> => {
  const keys = await makeDeviceKeys(profile.platform);
  const store = expectOk(
    await profile.door.enrol(keys, { member, name: "Aino Esimerkki" }, passphrase),
  );
  expectOk(
    await store.exchange.takeHeader({
      fates: new Map(),
      scopes: new Map([
        [testTeam, { kind: "team", role: "adviser" }],
        [testArea, { kind: "area", role: "adviser" }],
      ]),
      echo: [],
    }),
  );
  return { ...profile, store, member, team: testTeam, area: testArea };
};
