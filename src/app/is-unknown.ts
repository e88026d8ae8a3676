import type { SyncStatus } from "#sync/status.ts";

/** Whether the endpoint does not know this device. The exchange goes on trying: the endpoint may be on the wrong data. */
export const isUnknown = (status: SyncStatus): boolean =>
  status.kind === "waiting" && status.reason === "device.unknown";
