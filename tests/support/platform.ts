import { webcrypto } from "node:crypto";
import type { Chance } from "#domain/chance.ts";
import { addMs, type Clock, type Instant, toInstant } from "#domain/instant.ts";
import type { DeriveKey, Platform } from "#store/platform.ts";

/** A clock that stands until it is told to go. */
export type TestClock = Clock & {
  advance(milliseconds: number): void;
  set(instant: Instant): void;
};

/** Thursday 26 November 2026, 9.00 in Helsinki. */
export const thursdayMorning: Instant = toInstant(Date.parse("2026-11-26T07:00:00Z"));

export const makeTestClock = (start: Instant = thursdayMorning): TestClock => {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds) {
      now = addMs(now, milliseconds);
    },
    set(instant) {
      now = instant;
    },
  };
};

/** Chance that gives the same bytes for the same seed (mulberry32). */
export const makeSeededChance = (seed: number): Chance => {
  let state = seed;
  const next = () => {
    state += 0x6d2b79f5;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 256;
  };
  return { bytes: (count) => Uint8Array.from({ length: count }, next) };
};

/** As binding as the real one and a thousand times faster: for tests that are not about guessing. */
export const quickDeriveKey: DeriveKey = async (passphrase, salt) => {
  const text = new TextEncoder().encode(passphrase);
  const digest = await webcrypto.subtle.digest("SHA-256", new Uint8Array([...salt, ...text]));
  return new Uint8Array(digest);
};

export const makeTestPlatform = (seed: number, clock: Clock = makeTestClock()): Platform => ({
  clock,
  chance: makeSeededChance(seed),
  subtle: webcrypto.subtle as SubtleCrypto,
  deriveKey: quickDeriveKey,
});
