import { addMs, type Clock, type Instant } from "#domain/instant.ts";
import type { Store } from "#store/store.ts";

/** The time by the endpoint's clock, as well as this device knows it. */
export const correctedNow = (clock: Clock, { exchange }: Store): Instant =>
  addMs(clock.now(), -(exchange.last()?.clockAheadMs ?? 0));
