import type { EventStatus } from "./event.ts";

/** States in which the two have met or were to meet: whatever was said of the time before, it stood. */
const settled: readonly string[] = ["arrived", "no-show", "done"];

/**
 * What a calendar says of an appointment in this state. Only a time that was called off is cancelled: one that was held, or
 * that nobody came to, stays where it was. `isCertain`: nothing can change the time any more, or the endpoint holds it.
 */
export const eventStatusOf = (status: string, isCertain: boolean): EventStatus => {
  if (status === "cancelled") return "cancelled";
  return isCertain || settled.includes(status) ? "confirmed" : "tentative";
};
