import type { RecordId } from "#domain/ids.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Toasts } from "#ui/toasts.ts";

/** Takes a message that names somebody away as soon as the record is no longer on this device, such as one that was erased. */
export const leaveWithRecord = (
  toasts: Toasts,
  ledger: Ledger,
  toast: number,
  record: RecordId | null,
): void => {
  if (record === null) return;
  const stop = ledger.subscribe(() => {
    const isOffered = toasts.shown().some(({ id }) => id === toast);
    if (isOffered && ledger.shown(record) !== null) return;
    toasts.dismiss(toast);
    stop();
  });
};
