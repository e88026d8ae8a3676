import type { Accessor } from "solid-js";
import { standingOf } from "#domain/times/promise.ts";
import { createIsGuaranteed } from "./allotments.ts";
import type { AppointmentRecord } from "./appointment-view.ts";

/** How a time stands, as it is marked: two bookings that meet, a time that is held for them, or simply held or not yet. */
export type TimeStanding = "clash" | "doubled" | "guaranteed" | "held" | "tentative";

export const createTimeStanding = (record: Accessor<AppointmentRecord>): Accessor<TimeStanding> => {
  const isGuaranteed = createIsGuaranteed(record);
  return () => {
    const { slot, promise } = record().values;
    const standing = standingOf(slot, promise);
    if (standing === "held" && (promise?.with.length ?? 0) > 0) return "doubled";
    return standing === "tentative" && isGuaranteed() ? "guaranteed" : standing;
  };
};
