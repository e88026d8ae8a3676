import { setImmediate } from "node:timers/promises";
import type { DeviceId, ScopeId } from "#domain/ids.ts";

/** Scopes that have something new, each with the number after which that comes; `null` where it is not known. */
export type Advanced = ReadonlyMap<ScopeId, number | null>;

/**
 * What a listener hears: scopes that have something new, and the device whose edits made it so if that is known, or that
 * the endpoint is going down. All listeners are handed the same map, so what they find out about it can be shared.
 */
type WakeListener = {
  readonly onWake: (advanced: Advanced, by: DeviceId | null) => Promise<void>;
  readonly onClose: () => void;
};

/**
 * Tells listeners that scopes have advanced. Hearing nothing proves nothing: a wake-up only shortens the wait until the
 * next exchange.
 */
export type WakeBus = {
  /**
   * `by` is the device whose edits it was: it has the news in its answer. Resolves when everybody who listens in this process
   * has been told, or has found out that it is none of theirs.
   */
  publish(advanced: Advanced, by?: DeviceId): Promise<void>;
  /** Listens until the returned function is called. */
  subscribe(listener: WakeListener): () => void;
  /** Lets every listener go. Later ones are let go at once. */
  close(): void;
};

/** A bus within this process. */
export const makeWakeBus = (): WakeBus => {
  const listeners = new Set<WakeListener>();
  let isClosed = false;
  return {
    publish: async (advanced, by) => {
      if (advanced.size === 0) return;
      const told = [...listeners].map((listener) => listener.onWake(advanced, by ?? null));
      await Promise.all(told);
      // What was written to a stream leaves with the turn; whoever goes on at once would keep it back.
      if (told.length > 0) await setImmediate();
    },
    subscribe: (listener) => {
      if (isClosed) listener.onClose();
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      isClosed = true;
      for (const listener of listeners) listener.onClose();
      listeners.clear();
    },
  };
};
