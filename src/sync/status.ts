import type { DeviceFailureCode, NetworkFailureCode, RequestFailureCode } from "#domain/failure.ts";
import type { Instant } from "#domain/instant.ts";

/** Why an exchange did not finish. */
export type ExchangeFailureCode =
  | NetworkFailureCode
  | RequestFailureCode
  | Extract<DeviceFailureCode, `storage.${string}`>;

/**
 * How the exchange stands: what a screen says, together with the number of unsent saves.
 * `settled`: the last exchange was complete. `waiting`: the last one failed; the next starts by itself.
 * `stopped`: only a person can help (an update, a new enrolment).
 */
export type SyncStatus =
  | { readonly kind: "settled" }
  | { readonly kind: "exchanging" }
  | {
      readonly kind: "waiting";
      readonly reason: ExchangeFailureCode;
      readonly retryAt: Instant;
    }
  | { readonly kind: "stopped"; readonly reason: ExchangeFailureCode };
