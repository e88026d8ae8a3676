import { toInstant } from "#domain/instant.ts";
import type { Platform } from "#store/platform.ts";
import { makeDeriveKey } from "./key-derivation.ts";

/** The browser as the program sees it: its clock, its chance, its cryptography. The only file that reaches for them. */
export const makePlatform = (scriptUrl: (path: string) => string): Platform => ({
  // oxlint-disable-next-line no-restricted-properties -- this is the clock that everything else is given
  clock: { now: () => toInstant(Date.now()) },
  chance: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
  subtle: crypto.subtle,
  deriveKey: makeDeriveKey(scriptUrl),
});
