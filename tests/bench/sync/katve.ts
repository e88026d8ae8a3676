import { toInstant } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { runExchange } from "#app/exchange.ts";
import { type Door, makeDoor } from "#store/door.ts";
import { makeDeviceKeys, signWith } from "#store/identity.ts";
import type { Platform } from "#store/platform.ts";
import type { Store } from "#store/store.ts";
import { openBucket } from "#store/spare/bucket.ts";
import { openTabs } from "#store/tabs.ts";
import type { Edit } from "#store/write.ts";
import { startEngine } from "#sync/engine.ts";
import { enrolDevice } from "#sync/enrolment.ts";
import { makeTransport, type Transport } from "#sync/transport.ts";
import type { PeerClient, StartServer } from "./peer.ts";
import { benchCode, benchCodeCount, recordIdOf } from "./katve-names.ts";
import type { Patch } from "./workload.ts";

/*
 * Katve as a peer: the program's own store with its sealed vault, its own engine and transport, and its own endpoint in a
 * process of its own. Only the derivation of the vault's key is a cheap one. See katve-server.ts for how rows become
 * records; an edit is two of Katve's, a status (`set`) and a note (`text`), saved together.
 */

export const startServer: StartServer = async (given) => {
  const { startKatve } = await import("./katve-server.ts");
  return startKatve(given.records);
};

const passphrase = "mittaus mittaus mittaus mittaus";
const now = () => toInstant(Date.now());

const platform: Platform = {
  clock: { now },
  chance: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
  subtle: globalThis.crypto?.subtle,
  async deriveKey(text, salt) {
    const bytes = new Uint8Array([...salt, ...new TextEncoder().encode(text)]);
    return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  },
};

const later = (task: () => void, delayMs: number) => {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
};

let transport: Transport;
let store: Store;
let sendNow: (() => void) | null = null;
/** The last exchange that was run by hand is over, its tidying included. */
let settled: Promise<void> = Promise.resolve();

const makeParts = (origin: string): Door => {
  transport = makeTransport({ fetch: globalThis.fetch.bind(globalThis), origin });
  return makeDoor({
    name: "katve",
    platform,
    openTabs: () => openTabs("katve"),
    openSpareDisk: openBucket,
  });
};

/** Lets the engine run until there is nothing left to send or to fetch. */
const exchange = async (): Promise<void> => {
  await settled;
  const { clock, chance } = platform;
  const engine = startEngine({ store, transport, clock, chance, later, isVisible: () => true });
  settled = engine.ended;
  try {
    await new Promise<void>((resolve, reject) => {
      engine.subscribe(() => {
        const status = engine.status();
        if (status.kind === "settled") resolve();
        else if (status.kind !== "exchanging") reject(new Error(`${status.kind} ${status.reason}`));
      });
    });
  } finally {
    engine.close();
  }
};

const isShown = ({ id, status, note }: Patch): boolean => {
  const values = store.ledger.get(appointmentKind, recordIdOf(id))?.values;
  return values?.note === note && values.status === status;
};

const editsOf = ({ id, status, note }: Patch): Edit[] => {
  const sight = store.ledger.sightOf(recordIdOf(id));
  if (sight === null) throw new Error("the record is not on this device");
  return [
    { verb: "set", sight, field: "status", value: status },
    { verb: "text", sight, field: "note", value: note },
  ];
};

export const client: PeerClient = {
  async prepare(origin) {
    const door = makeParts(origin);
    const keys = await makeDeviceKeys(platform);
    const sign = (text: string) => signWith(keys.privateKey, text, platform.subtle);
    const newcomer = {
      name: "Mittaaja Malli",
      label: "",
      key: keys.publicKey,
      signer: { device: keys.device, sign },
    };
    for (;;) {
      const code = benchCode(Math.floor(Math.random() * benchCodeCount));
      const enrolled = await enrolDevice(transport, { ...newcomer, code }, platform);
      if (!enrolled.ok && enrolled.failure.code === "code.used") continue;
      must(await door.enrol(keys, must(enrolled), passphrase)).close();
      return;
    }
  },
  async open(origin) {
    const door = makeParts(origin);
    if (must(await door.state()).kind === "new") await client.prepare?.(origin);
    store = must(await door.unlock(passphrase));
  },
  pull: exchange,
  count: () => Promise.resolve(store.ledger.all(appointmentKind).size),
  has: (patches) => Promise.resolve(patches.every(isShown)),
  async edit(patches) {
    // One save for each, as people make them.
    for (const patch of patches) must(await store.write(editsOf(patch)));
    sendNow?.();
  },
  push: exchange,
  async live() {
    await settled;
    const running = runExchange(store, transport, platform);
    sendNow = running.now;
    await new Promise<void>((resolve) => {
      const unsubscribe = running.subscribe(() => {
        if (running.status().kind !== "settled") return;
        unsubscribe();
        resolve();
      });
    });
  },
  waitFor: (patch) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isShown(patch)) return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = store.ledger.subscribe(look);
    }),
};

const must = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly failure: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
