import type { Clock } from "#domain/instant.ts";

/**
 * Counts wrong enrolment codes by address. A code has 50 bits and lives for 15 minutes, so guessing is hopeless anyway;
 * this makes it visible and cheap to turn away.
 */
export type Attempts = {
  /** How long the address has to wait, in milliseconds; 0 when it may try. */
  waitMs(address: string): number;
  countWrong(address: string): void;
};

/** Wrong codes an address may send in a window before it has to wait for the window's end. */
export const wrongCodesMax = 10;
/** Length of the window, in milliseconds: 15 minutes. */
const wrongCodesWindowMs = 900_000;

/** Addresses that are remembered at once. Beyond that the oldest is forgotten, so that nobody fills the memory. */
const addressesMax = 10_000;

/** Counting from nothing, in memory. */
export const makeAttempts = (clock: Clock): Attempts => {
  const windows = new Map<string, { wrong: number; readonly endsAt: number }>();
  const windowOf = (address: string) => {
    const window = windows.get(address);
    return window !== undefined && window.endsAt > clock.now() ? window : undefined;
  };
  return {
    waitMs: (address) => {
      const window = windowOf(address);
      return window === undefined || window.wrong < wrongCodesMax ? 0 : window.endsAt - clock.now();
    },
    countWrong: (address) => {
      const window = windowOf(address);
      if (window !== undefined) {
        window.wrong += 1;
        return;
      }
      windows.delete(address);
      windows.set(address, { wrong: 1, endsAt: clock.now() + wrongCodesWindowMs });
      const [oldest] = windows.keys();
      if (windows.size > addressesMax && oldest !== undefined) windows.delete(oldest);
    },
  };
};
