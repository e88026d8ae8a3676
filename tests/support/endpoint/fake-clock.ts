import { addMs, type Clock, type Instant, toInstant } from "#domain/instant.ts";

/** A clock that stands still until it is moved. */
export type FakeClock = Clock & { advance(ms: number): Instant };

/** Starts on Monday 16 November 2026 at 9.00 in Finland. */
export const makeFakeClock = (start: number = Date.UTC(2026, 10, 16, 7)): FakeClock => {
  let now = toInstant(start);
  return {
    now: () => now,
    advance: (ms) => (now = addMs(now, ms)),
  };
};
