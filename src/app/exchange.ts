import { PROTOCOL_VERSION } from "#protocol/version.ts";
import type { Store } from "#store/store.ts";
import { startEngine } from "#sync/engine.ts";
import { joinExchangeTabs } from "#sync/exchange-tabs.ts";
import { openTriggers } from "#sync/triggers.ts";
import { watchTurnedAway } from "#sync/turned-away.ts";
import { openWake } from "#sync/wake.ts";
import type { Transport } from "#sync/transport.ts";
import type { Platform } from "#store/platform.ts";
import type { SyncStatus } from "#sync/status.ts";

/** The exchange of an open store, as the screens see it. */
export type RunningExchange = {
  status(): SyncStatus;
  subscribe(listener: () => void): () => void;
  now(): void;
  close(): void;
};

/**
 * Runs the exchange in one tab of the browser: the tab that holds the lock. Another tab takes over when that one closes;
 * until then it writes to the common store, and the running tab sends what it finds there, does what the others wish for
 * and tells them how it stands.
 */
export const runExchange = (
  store: Store,
  transport: Transport,
  { clock, chance }: Platform,
): RunningExchange => {
  const ending = new AbortController();
  const tabs = joinExchangeTabs({
    channel: new BroadcastChannel("katve:exchange"),
    page: window,
    isVisible,
    chance,
  });
  const triggers = openTriggers({ window, document }, (wish) => tabs.want(wish));

  const lead = (): Promise<void> => {
    const engine = startEngine({
      store,
      transport,
      clock,
      chance,
      later,
      isVisible: () => tabs.isVisible(),
    });
    const isTurnedAway = watchTurnedAway(engine);
    const wake = openWake({
      open: () => new EventSource(`/events?p=${PROTOCOL_VERSION}`),
      isWanted: () => tabs.isVisible() && navigator.onLine && !isTurnedAway(),
      later,
      onReach: () => engine.want("signal"),
      onRefused: () => engine.want("signal"),
      onNews: (news) => (news === null ? engine.want("work") : engine.hear(news)),
    });
    tabs.lead(engine);
    return new Promise((resolve) => {
      ending.signal.addEventListener("abort", () => {
        wake.close();
        engine.close();
        void engine.ended.then(resolve);
      });
    });
  };

  void navigator.locks
    .request("katve:exchange", { signal: ending.signal }, lead)
    .catch(() => undefined);

  return {
    status: () => tabs.status(),
    subscribe: (listener) => tabs.subscribe(listener),
    now: () => tabs.want("person"),
    close() {
      ending.abort();
      triggers.close();
      tabs.close();
    },
  };
};

const isVisible = (): boolean => document.visibilityState === "visible";

const later = (task: () => void, delayMs: number): (() => void) => {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
};
