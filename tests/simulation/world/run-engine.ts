import { startEngine } from "#sync/engine.ts";
import type { SyncStatus } from "#sync/status.ts";
import type { Phone } from "./phone.ts";

/** Lets a phone's engine run until nothing is under way, and ends it. No timer goes off: whatever waits for one has come to its end. */
export const runEngine = async (phone: Phone): Promise<SyncStatus> => {
  const engine = startEngine({
    store: phone.store,
    transport: phone.transport,
    ...phone.platform,
    later: () => () => undefined,
    isVisible: () => true,
  });
  await new Promise<void>((resolve) => {
    engine.subscribe(() => {
      if (engine.status().kind !== "exchanging") resolve();
    });
  });
  const status = engine.status();
  engine.close();
  await engine.ended;
  return status;
};
