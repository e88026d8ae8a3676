import type { MemberId, OpId, ScopeId } from "#domain/ids.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { RecordState } from "#domain/record.ts";
import type { Result } from "#domain/result.ts";
import { type Door, makeDoor } from "#store/door.ts";
import { makeDeviceKeys } from "#store/identity.ts";
import type { Platform } from "#store/platform.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";
import { makeTabRoom } from "../../support/tab-room.ts";
import { loseAnswer, onRowOf } from "../../support/transaction-faults.ts";

/** What one check found: `null` when all was well. */
export type Checked = { readonly name: string; readonly problem: string | null };

type Fault = "lost" | "unheard" | "torn";
type Device = {
  readonly door: Door;
  readonly store: Store;
  readonly faults: Fault[];
};

const passphrase = "seitsemän hiljaista harmaata hirveä";
const team = "t".repeat(22) as ScopeId;
const member = "m".repeat(22) as MemberId;

/**
 * Commits of the store on this browser's own IndexedDB, each torn, lost or unheard in the middle. One that is torn is tried
 * once more by the store, so it is torn twice. In Firefox and WebKit a
 * transaction that awaited anything foreign would be over by then and roll nothing back.
 */
export const transactionChecks = async (platform: Platform): Promise<Checked[]> => {
  const found: Checked[] = [];
  for (const [name, check] of Object.entries(checks)) {
    const device = await makeDevice(platform, `katve-check-${found.length}`);
    const problem = await check(device).then(
      () => null,
      (cause: unknown) => String(cause),
    );
    device.store.close();
    found.push({ name, problem });
  }
  return found;
};

const checks: Readonly<Record<string, (device: Device) => Promise<void>>> = {
  "a torn save of several edits leaves none of them": async (device) => {
    device.faults.push("torn", "torn");
    const written = await device.store.write([edit(device, "eka"), edit(device, "toka")]);
    equal(written.ok, false);
    await shows(device, [], 0);
  },
  "a save whose answer is lost is there once": async (device) => {
    device.faults.push("unheard");
    must(await device.store.write([edit(device, "eka"), edit(device, "toka")]));
    await shows(device, ["eka", "toka"], 2);
  },
  "a save over a lost connection is there once": async (device) => {
    device.faults.push("lost");
    must(await device.store.write([edit(device, "eka")]));
    await shows(device, ["eka"], 1);
  },
  "a torn line leaves neither its records nor its cursor": async (device) => {
    const before = cursorOf(device.store);
    device.faults.push("torn", "torn");
    const taken = await device.store.exchange.takeChunks(line(["eka", "toka"], 7));
    equal(taken.ok, false);
    await shows(device, [], 0);
    equal(cursorOf(device.store), before);
    must(await device.store.exchange.takeChunks(line(["eka", "toka"], 7)));
    await shows(device, ["eka", "toka"], 0);
  },
  "a torn acknowledgement leaves the edit unsent and its echo away; the next settles both": async (
    device,
  ) => {
    const made = edit(device, "eka");
    must(await device.store.write([made]));
    const header = acknowledged(device.store, state("eka (palvelin)", made.record));
    device.faults.push("torn", "torn");
    equal((await device.store.exchange.takeHeader(header)).ok, false);
    await shows(device, ["eka"], 1);
    must(await device.store.exchange.takeHeader(header));
    await shows(device, ["eka (palvelin)"], 0);
  },
  "two tabs that write in turn and at once lose nothing": async (device) => {
    const other = must(await device.door.unlock(passphrase));
    const names = Array.from({ length: 30 }, (_, nth) => `nimi ${nth}`);
    const written = await Promise.all(
      names.map((name, nth) => (nth % 2 === 0 ? device.store : other).write([edit(device, name)])),
    );
    for (const one of written) must(one);
    other.close();
    await untilUnsent(device.store, 30);
    await shows(device, names, 30);
  },
};

const makeDevice = async (platform: Platform, name: string): Promise<Device> => {
  await new Promise((done) => {
    indexedDB.deleteDatabase(name).addEventListener("success", done);
  });
  const faults: Fault[] = [];
  const openTabs = makeTabRoom();
  const door = makeDoor({ name, platform, openTabs, indexedDB: faultyDisk(faults) });
  const keys = await makeDeviceKeys(platform);
  const store = must(await door.enrol(keys, { member, name: "Aino Esimerkki" }, passphrase));
  must(
    await store.exchange.takeHeader({
      fates: new Map(),
      scopes: new Map([[team, { kind: "team", role: "adviser" }]]),
      echo: [],
    }),
  );
  return { door, store, faults };
};

/** This browser's disk, whose next read-write transactions meet the faults, one each. */
const faultyDisk = (faults: Fault[]): IDBFactory => ({
  open: (name, version) => {
    const request = indexedDB.open(name, version);
    request.addEventListener("success", () => {
      const database = request.result;
      const begin = database.transaction.bind(database);
      database.transaction = (names, mode, options) => {
        const fault = mode === "readwrite" ? faults.shift() : undefined;
        if (fault === "lost") {
          throw new DOMException("Connection to Indexed Database server lost.", "UnknownError");
        }
        const transaction = begin(names, mode, options);
        if (fault === "unheard") loseAnswer(transaction);
        if (fault === "torn") onRowOf(transaction, names, () => transaction.abort());
        return transaction;
      };
    });
    return request;
  },
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (first, second) => indexedDB.cmp(first, second),
});

const edit = ({ store }: Device, name: string): Extract<Edit, { verb: "new" }> => ({
  verb: "new",
  record: store.newRecordId(),
  kind: clientKind.name,
  home: team,
  fields: { name },
});

const state = (name: string, id: RecordState["id"]): RecordState => ({
  id,
  kind: clientKind.name,
  home: team,
  shares: [],
  ver: 1,
  deleted: false,
  fields: { name },
});

const line = (names: readonly string[], seq: number) => ({
  scope: team,
  put: names.map((name, at) => state(name, `${at}`.padEnd(22, "r") as RecordState["id"])),
  drop: [],
  cursor: { epoch: "e", seq },
});

const acknowledged = (store: Store, echo: RecordState) => ({
  fates: new Map(store.exchange.unsent().map(({ id }): [OpId, "stands"] => [id, "stands"])),
  scopes: new Map([[team, { kind: "team" as const, role: "adviser" as const }]]),
  echo: [{ state: echo, scopes: [team] }],
});

const cursorOf = (store: Store): string => JSON.stringify([...store.exchange.cursors()]);

/** Waits until a store has followed another tab's commits so far that it shows this many unsent edits. */
const untilUnsent = async ({ exchange, ledger }: Store, count: number): Promise<void> => {
  const shown = Promise.withResolvers<void>();
  const look = () => exchange.unsent().length === count && shown.resolve();
  const stop = ledger.subscribe(look);
  look();
  await shown.promise;
  stop();
};

/** What the store shows now, and what it shows when the disk is read anew. */
const shows = async ({ door, store }: Device, names: readonly string[], unsent: number) => {
  const again = must(await door.unlock(passphrase));
  for (const one of [store, again]) {
    const shown = [...one.ledger.all(clientKind).values()].map(({ values }) => values.name);
    equal(JSON.stringify(shown.toSorted()), JSON.stringify(names.toSorted()));
    equal(one.exchange.unsent().length, unsent);
  }
  again.close();
};

const must = <T, F>(result: Result<T, F>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const equal = (found: unknown, expected: unknown): void => {
  if (found !== expected) throw new Error(`${String(found)} is not ${String(expected)}`);
};
