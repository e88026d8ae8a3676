import { type Clock, toInstant } from "#domain/instant.ts";

/** The machine's clock. */
export const makeSystemClock = (): Clock => ({
  // oxlint-disable-next-line eslint/no-restricted-properties -- the one place where the endpoint asks for the time
  now: () => toInstant(Date.now()),
});
