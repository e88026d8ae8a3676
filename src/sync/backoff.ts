import type { Chance } from "#domain/chance.ts";

/** The first wait after a failed exchange, and the longest: 2 s and 5 min (architecture.md §3). */
const shortestMs = 2_000;
const longestMs = 300_000;

/** A number in [0, 1) with 32 bits of chance. */
export const fractionOf = (chance: Chance): number => {
  const [a = 0, b = 0, c = 0, d = 0] = chance.bytes(4);
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) / 2 ** 32;
};

/**
 * How long to wait after the n-th failure in a row (1 is the first), in milliseconds: a random part of a bound that
 * doubles from 2 s to 5 min, so that phones that lost the same mast do not come back in step.
 * Source: "full jitter" in M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015; the lower half
 * second keeps a lucky draw from hammering.
 */
export const backoffMs = (failures: number, chance: Chance): number => {
  const bound = Math.min(shortestMs * 2 ** Math.max(failures - 1, 0), longestMs);
  return Math.round(500 + fractionOf(chance) * (bound - 500));
};

/** The pause between two idle exchanges of a visible screen: 60 s ± 20 % (architecture.md §3). */
export const idlePauseMs = (chance: Chance): number =>
  Math.round(48_000 + fractionOf(chance) * 24_000);
