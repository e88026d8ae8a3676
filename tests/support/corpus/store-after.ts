import type { MemberId } from "#domain/ids.ts";
import { ok } from "#domain/result.ts";
import { makeDeviceKeys } from "#store/identity.ts";
import type { OpenLedger } from "#store/ledger.ts";
import { exchangeOnce } from "#sync/exchange.ts";
import type { Transport } from "#sync/transport.ts";
import { makeProfile, passphrase } from "../device.ts";
import { expectOk } from "../result.ts";
import type { StoreState } from "./corpus.ts";

/** What a new device of this program holds once it has taken in these answers, one after the other. */
export const storeAfter = async (answers: readonly (readonly unknown[])[]): Promise<StoreState> => {
  const { door, platform } = makeProfile(1);
  const keys = await makeDeviceKeys(platform);
  const member = "m".repeat(22) as MemberId;
  const store = expectOk(await door.enrol(keys, { member, name: "Koe" }, passphrase));
  for (const lines of answers) {
    const parts = { store, transport: playing(lines), ...platform };
    expectOk(await exchangeOnce(parts, 1));
  }
  const ledger = store.ledger as OpenLedger;
  const state = Object.fromEntries(
    [...ledger.scopes()].map(([scope, { kind, role }]) => [
      scope,
      { kind, role, records: [...ledger.statesIn(scope)].map(tidy).sort(byId) },
    ]),
  );
  store.close();
  return JSON.parse(JSON.stringify(state)) as StoreState;
};

/** A record that is shared with nobody says so in some versions and not in others. */
const tidy = (state: { readonly id: string; readonly shares?: readonly string[] }) => {
  const { shares = [], ...rest } = state;
  return shares.length === 0 ? rest : state;
};

const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
  one.id < other.id ? -1 : 1;

/** A network on which an answer was recorded. */
const playing = (lines: readonly unknown[]): Transport => ({
  post: () => Promise.reject(new Error("nobody signs in to a recording")),
  async postLines(_path, _body, onLine) {
    for (const line of lines) {
      const taken = await onLine(JSON.stringify(line));
      if (!taken.ok) return taken;
    }
    return ok(true);
  },
});
