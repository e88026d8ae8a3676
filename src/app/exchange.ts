import type { Store } from "#store/store.ts";
import { type Engine, startEngine } from "#sync/engine.ts";
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
 * until then it writes to the common store, and the running tab sends what it finds there.
 */
export const runExchange = (
  store: Store,
  transport: Transport,
  { clock, chance }: Platform,
): RunningExchange => {
  const listeners = new Set<() => void>();
  const ending = new AbortController();
  let engine: Engine | null = null;

  const lead = (): Promise<void> => {
    const started = startEngine({ store, transport, clock, chance, later, isVisible });
    const isTurnedAway = watchTurnedAway(started);
    const wake = openWake({
      open: () => new EventSource("/events"),
      isWanted: () => isVisible() && navigator.onLine && !isTurnedAway(),
      later,
      onReach: () => started.want("signal"),
      onRefused: () => started.want("signal"),
      onNews: () => started.want("work"),
    });
    const triggers = openTriggers({ window, document }, (wish) => started.want(wish));
    engine = started;
    const unsubscribe = started.subscribe(() => {
      for (const listener of listeners) listener();
    });
    return new Promise((resolve) => {
      ending.signal.addEventListener("abort", () => {
        unsubscribe();
        triggers.close();
        wake.close();
        started.close();
        void started.ended.then(resolve);
      });
    });
  };

  void navigator.locks
    .request("katve:exchange", { signal: ending.signal }, lead)
    .catch(() => undefined);

  return {
    status: () => engine?.status() ?? { kind: "settled" },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => engine?.want("person"),
    close: () => ending.abort(),
  };
};

const isVisible = (): boolean => document.visibilityState === "visible";

const later = (task: () => void, delayMs: number): (() => void) => {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
};
