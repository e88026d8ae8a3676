import { clientKind } from "#domain/kinds/client.ts";
import { dayMs, toInstant } from "#domain/instant.ts";
import type { Result } from "#domain/result.ts";
import { makeDoor } from "#store/door.ts";
import { makeDeviceKeys, signWith } from "#store/identity.ts";
import type { DeriveKey, Platform } from "#store/platform.ts";
import type { Store } from "#store/store.ts";
import { openBucket } from "#store/spare/bucket.ts";
import { openTabs } from "#store/tabs.ts";
import type { Edit } from "#store/write.ts";
import { enrolDevice } from "#sync/enrolment.ts";
import { exchangeOnce } from "#sync/exchange.ts";
import { makeTransport } from "#sync/transport.ts";
import { transactionChecks } from "./transactions.ts";

/*
 * The program's own store and exchange in a page without a screen, for tests that count what is on a real disk. Put into a
 * page of the endpoint as `katve`; only the derivation of the key is a quick one.
 */

const deriveKey: DeriveKey = async (passphrase, salt) => {
  const text = new TextEncoder().encode(passphrase);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array([...salt, ...text])));
};
const platform: Platform = {
  clock: { now: () => toInstant(Date.now()) },
  chance: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
  subtle: crypto.subtle,
  deriveKey,
};
const passphrase = "seitsemän hiljaista harmaata hirveä";
const transport = makeTransport({
  fetch: (input, init) => globalThis.fetch(input, init),
  origin: location.origin,
  // A test does not wait for a silent endpoint as long as a phone does.
  silenceMs: 2_000,
});
let open: Store | null = null;
let ending: string | null = null;

const door = () =>
  makeDoor({
    name: "katve",
    platform,
    openTabs: () => openTabs("katve"),
    openSpareDisk: openBucket,
  });
const must = <T, F>(result: Result<T, F>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const opened = (): Store => {
  if (open === null) throw new Error("the store is not open");
  return open;
};
const enter = (store: Store): void => {
  open = store;
  store.onEnding(({ code }) => (ending = code));
};

const page = {
  async enrol(code: string): Promise<void> {
    const keys = await makeDeviceKeys(platform);
    const sign = (text: string) => signWith(keys.privateKey, text, platform.subtle);
    const newcomer = {
      code,
      name: "Aino Esimerkki",
      label: "",
      key: keys.publicKey,
      signer: { device: keys.device, sign },
    };
    const enrolled = must(await enrolDevice(transport, newcomer, platform));
    enter(must(await door().enrol(keys, enrolled, passphrase)));
    await page.exchange();
  },
  async unlock(): Promise<void> {
    enter(must(await door().unlock(passphrase)));
  },
  /** What unlocking fails with; `null` when it works. The store is closed again. */
  async unlockFailure(): Promise<string | null> {
    const unlocked = await door().unlock(passphrase);
    if (!unlocked.ok) return unlocked.failure.code;
    unlocked.value.close();
    return null;
  },
  /** Writes a client of that name; what it fails with, or `null`. */
  async write(name: string): Promise<string | null> {
    const written = await opened().write([page.edit(name)]);
    return written.ok ? null : written.failure.code;
  },
  /** Writes clients for ever, three to a save, and says each name once the store has answered `ok` to its save. */
  async writeForEver(start: string, say: (name: string) => unknown): Promise<never> {
    for (let nth = 0; ; nth += 1) {
      const names = [0, 1, 2].map((part) => `${start}-${nth}-${part}`);
      must(await opened().write(names.map((name) => page.edit(name))));
      for (const name of names) say(name);
    }
  },
  /** Writes clients of these names in one save. */
  async writeAll(names: readonly string[]): Promise<void> {
    must(await opened().write(names.map((name) => page.edit(name))));
  },
  /** Takes everything that the endpoint brought off the disk, as if nothing had ever come. */
  async forgetRecords(): Promise<void> {
    const { exchange } = opened();
    // A month later nothing is asked after any more that was sent.
    const now = toInstant(Date.now() + 31 * dayMs);
    must(await exchange.takeHeader({ now, fates: new Map(), scopes: new Map(), echo: [] }));
    must(await exchange.tidy());
  },
  edit(name: string): Edit {
    const [home] = [...opened().ledger.scopes()].find(([, { kind }]) => kind === "team") ?? [];
    if (home === undefined) throw new Error("the member has no team");
    return {
      verb: "new",
      record: opened().newRecordId(),
      kind: clientKind.name,
      home,
      fields: { name, phone: "", language: "fi", note: "" },
    };
  },
  names: (): string[] =>
    [...opened().ledger.all(clientKind).values()].map(({ values }) => values.name),
  unsent: (): number => opened().exchange.unsent().length,
  ending: (): string | null => ending,
  /** One exchange; what it fails with, or `null`. */
  async exchangeOnce(): Promise<string | null> {
    const done = await exchangeOnce({ store: opened(), transport, ...platform }, 200);
    return done.ok ? null : done.failure.code;
  },
  /** Exchanges until there is nothing more. */
  async exchange(): Promise<void> {
    for (let more = true; more;) {
      const done = await exchangeOnce({ store: opened(), transport, ...platform }, 200);
      more = must(done).more;
    }
  },
  /** Forgets the session, so that a page can be another device's. */
  close(): void {
    open?.close();
    open = null;
  },
  transactionChecks: () => transactionChecks(platform),
};

export type StorePage = typeof page;

Object.assign(globalThis, { katve: page });
