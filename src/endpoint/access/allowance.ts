import type { Clock } from "#domain/instant.ts";

/** Counts what somebody does, by a key of theirs such as an address, and says when it was too much. */
export type Allowance = {
  /** How long `key` has to wait, in milliseconds; 0 when it need not. */
  waitMs(key: string): number;
  count(key: string): void;
};

/** Keys that are remembered at once. Beyond that the oldest is forgotten, so that nobody fills the memory. */
const keysMax = 10_000;

/** Allows `max` in a window of `windowMs` milliseconds, which begins with the first. Counts from nothing, in memory. */
export const makeAllowance = (
  clock: Clock,
  { max, windowMs }: { readonly max: number; readonly windowMs: number },
): Allowance => {
  const windows = new Map<string, { count: number; readonly endsAt: number }>();
  const windowOf = (key: string) => {
    const window = windows.get(key);
    return window !== undefined && window.endsAt > clock.now() ? window : undefined;
  };
  return {
    waitMs: (key) => {
      const window = windowOf(key);
      return window === undefined || window.count < max ? 0 : window.endsAt - clock.now();
    },
    count: (key) => {
      const window = windowOf(key);
      if (window !== undefined) {
        window.count += 1;
        return;
      }
      windows.delete(key);
      windows.set(key, { count: 1, endsAt: clock.now() + windowMs });
      const [oldest] = windows.keys();
      if (windows.size > keysMax && oldest !== undefined) windows.delete(oldest);
    },
  };
};
