import type { Clock } from "#domain/instant.ts";
import { makeAllowance } from "./allowance.ts";

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

/** Counting from nothing, in memory. */
export const makeAttempts = (clock: Clock): Attempts => {
  const wrong = makeAllowance(clock, { max: wrongCodesMax, windowMs: wrongCodesWindowMs });
  return {
    waitMs: (address) => wrong.waitMs(address),
    countWrong: (address) => wrong.count(address),
  };
};
