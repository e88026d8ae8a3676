/**
 * Where unpredictable bytes come from. The program gets one that draws from the platform's cryptographic generator;
 * a test gets a seeded one, so that the same seed gives the same run.
 */
export type Chance = {
  /** Returns `count` fresh bytes, each 0–255. */
  bytes(count: number): Uint8Array;
};
