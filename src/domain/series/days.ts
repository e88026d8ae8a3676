import ICAL from "ical.js";
import type { LocalDate } from "../instant.ts";
import { addDays } from "../local-time.ts";
import { type Repeat, spanMaxDays, timesMax } from "./repeat.ts";
import { toRecur } from "./rule.ts";

/**
 * The days of a series that begins on or after `from`, in their order: at most {@link timesMax}, and none later than
 * {@link spanMaxDays} after `from`, whatever the rule says. The first one is the first day that the rule has: `from` itself
 * only where it is one.
 */
export const seriesDays = (repeat: Repeat, from: LocalDate): LocalDate[] => {
  const last = addDays(from, spanMaxDays);
  const days: LocalDate[] = [];
  const iterator = toRecur(repeat).iterator(ICAL.Time.fromDateString(from));
  while (days.length < timesMax) {
    const next = iterator.next() as ICAL.Time | null;
    const day = next === null ? null : (next.toString().slice(0, 10) as LocalDate);
    if (day === null || day > last) break;
    days.push(day);
  }
  return days;
};
