import ICAL from "ical.js";
import type { Repeat } from "./repeat.ts";

/** The weekdays as RFC 5545 abbreviates them, Monday first. */
const weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

const codeOf = (weekday: number): string => weekdayCodes[weekday - 1] ?? "MO";

/** A repetition as the library that follows it knows it, and as other programs do (RFC 5545, section 3.3.10). */
export const toRecur = (repeat: Repeat): ICAL.Recur => {
  const { interval, end } = repeat;
  return ICAL.Recur.fromData({
    ...rhythmParts(repeat),
    interval,
    ...("count" in end ? { count: end.count } : { until: ICAL.Time.fromDateString(end.until) }),
  });
};

/** The value of an RRULE that says the same: what a `series` record keeps. */
export const ruleText = (repeat: Repeat): string => toRecur(repeat).toString();

const rhythmParts = (repeat: Repeat): Parameters<typeof ICAL.Recur.fromData>[0] => {
  switch (repeat.every) {
    case "day":
      return { freq: "DAILY" };
    case "week":
      return {
        freq: "WEEKLY",
        byday: [...repeat.weekdays].sort((one, other) => one - other).map(codeOf),
      };
    case "month":
      return "day" in repeat.on
        ? { freq: "MONTHLY", bymonthday: [repeat.on.day] }
        : { freq: "MONTHLY", byday: [`${repeat.on.nth}${codeOf(repeat.on.weekday)}`] };
    default:
      return repeat satisfies never;
  }
};
