import { createSignal, type Setter } from "solid-js";
import type { Clock } from "#domain/instant.ts";
import { fail } from "#domain/result.ts";
import { readBusy } from "#domain/busy/read-busy.ts";
import { makeBusyCalendars } from "#sync/busy-calendars.ts";
import type { Environment } from "#features/environment.tsx";
import type { Store } from "#store/store.ts";
import type { SyncStatus } from "#sync/status.ts";
import { createToasts } from "#ui/toasts.ts";

/** What screens share, over a real store and without an exchange; `tries` counts how often one was wished for. */
export const makeTestEnvironment = (
  device: { readonly store: Store; readonly platform: { readonly clock: Clock } },
  parts: Partial<Environment> = {},
): {
  readonly environment: Environment;
  readonly setStatus: Setter<SyncStatus>;
  readonly tries: () => number;
  readonly locks: () => number;
} => {
  const [status, setStatus] = createSignal<SyncStatus>({ kind: "settled" });
  let tries = 0;
  let locks = 0;
  const environment: Environment = {
    store: device.store,
    clock: device.platform.clock,
    status,
    askEarlier: async () => fail({ code: "network.offline" }),
    askChangedFields: async () => fail({ code: "network.offline" }),
    busyCalendars: makeBusyCalendars({
      store: device.store,
      clock: device.platform.clock,
      sources: {
        list: async () => fail({ code: "network.offline" }),
        add: async () => fail({ code: "network.offline" }),
        read: async () => fail({ code: "network.offline" }),
        remove: async () => fail({ code: "network.offline" }),
      },
      readBusy: async (text, window) => readBusy(text, window),
    }),
    calendarFeeds: {
      list: async () => fail({ code: "network.offline" }),
      make: async () => fail({ code: "network.offline" }),
      renew: async () => fail({ code: "network.offline" }),
      revoke: async () => fail({ code: "network.offline" }),
    },
    registration: {
      isUnknown: async () => false,
      again: async () => fail({ code: "network.offline" }),
    },
    toasts: createToasts(),
    exchangeNow: () => {
      tries += 1;
    },
    lock: () => {
      locks += 1;
    },
    ...parts,
  };
  return { environment, setStatus, tries: () => tries, locks: () => locks };
};
