import type { Engine } from "./engine.ts";
import type { ExchangeFailureCode, SyncStatus } from "./status.ts";

/** The endpoint was reached, and would not let this device in. */
const turningAway: ReadonlySet<ExchangeFailureCode> = new Set<ExchangeFailureCode>([
  "session.missing",
  "assertion.invalid",
  "device.unknown",
]);

const isTurningAway = (status: SyncStatus): boolean =>
  status.kind === "stopped" || (status.kind === "waiting" && turningAway.has(status.reason));

/**
 * Whether the last exchange was turned away: by an endpoint that does not take this device's word for who it is, or for good.
 * It would open no wake-up line either, and asking for one every few seconds would only knock at a shut door: the next try is
 * the exchange's own, after its pause of up to 5 min. One that is under way has changed nothing yet.
 */
export const watchTurnedAway = (engine: Pick<Engine, "status" | "subscribe">): (() => boolean) => {
  let isTurnedAway = isTurningAway(engine.status());
  engine.subscribe(() => {
    const status = engine.status();
    if (status.kind !== "exchanging") isTurnedAway = isTurningAway(status);
  });
  return () => isTurnedAway;
};
