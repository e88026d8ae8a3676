import { type Clock, hourMs, type Instant, addMs } from "#domain/instant.ts";
import type { BusyCalendars } from "#sync/busy-calendars.ts";
import type { RunningExchange } from "./exchange.ts";

/** How long after one look at other calendars the next one may come, in milliseconds. */
const pauseMs = hourMs;

/**
 * Looks after an exchange whether other calendars are due to be read again: nothing reads them while no device is in use.
 * Returns how to stop.
 */
export const refreshBusyAfterExchanges = (
  exchange: Pick<RunningExchange, "status" | "subscribe">,
  calendars: Pick<BusyCalendars, "refresh">,
  clock: Clock,
): (() => void) => {
  let nextAt: Instant | null = null;
  return exchange.subscribe(() => {
    const now = clock.now();
    if (exchange.status().kind !== "settled" || (nextAt !== null && now < nextAt)) return;
    nextAt = addMs(now, pauseMs);
    void calendars.refresh();
  });
};
