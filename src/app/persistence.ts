import type { Ledger } from "#store/ledger.ts";

/**
 * Asks the browser to keep what is on the device, once somebody has written something that is nowhere else: a browser that
 * asks the person is answered better then than at the start. Returns how to stop.
 */
export const persistAfterFirstSave = (ledger: Ledger): (() => void) => {
  const stop = ledger.subscribe(() => {
    if (ledger.unsentSaves() === 0) return;
    stop();
    void navigator.storage?.persist?.().catch(() => undefined);
  });
  return stop;
};
