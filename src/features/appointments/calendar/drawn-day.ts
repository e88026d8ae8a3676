import { minuteMs } from "#domain/instant.ts";
import { addDays, fromLocal, toLocal } from "#domain/local-time.ts";
import type { Span } from "#domain/times/day-plan.ts";
import { offeredDay } from "#domain/times/offered-day.ts";
import type { DayItem, DaySight } from "./day-sight.ts";
import { type Extent, type Lane, layOutLanes } from "./lanes.ts";

/**
 * A day's item where it is drawn. What lies around others has the whole width, and its words stand `label` minutes below its
 * start, where no appointment covers them.
 */
export type DrawnItem = Extent & Lane & { readonly label: number; readonly item: DayItem };

/** A day as it is drawn, in minutes of the wall clock. */
export type DrawnDay = {
  readonly sight: DaySight;
  readonly worked: readonly Extent[];
  readonly items: readonly DrawnItem[];
};

/** The hours that days beside each other show: the usual ones, and more where something is agreed or worked outside of them. */
export const shownHours = (days: readonly DaySight[]): Extent => {
  const spans = days.flatMap((sight) => {
    const extentOf = wallClockOf(sight);
    return [
      ...sight.worked,
      ...sight.items.filter(({ kind }) => kind !== "absence" && kind !== "busy"),
    ].map(extentOf);
  });
  const from = Math.min(offeredDay.first, ...spans.map((one) => one.from));
  const until = Math.max(offeredDay.last, ...spans.map((one) => one.until));
  return { from: Math.floor(from / 60) * 60, until: Math.ceil(until / 60) * 60 };
};

/** Lays a day out; what is shorter than `leastMinutes` is drawn that long. */
export const drawDay = (sight: DaySight, shown: Extent, leastMinutes: number): DrawnDay => {
  const extentOf = wallClockOf(sight);
  const clip = (span: Span): Extent => {
    const { from, until } = extentOf(span);
    return { from: Math.max(from, shown.from), until: Math.min(until, shown.until) };
  };
  const items = sight.items
    .map((item) => ({ item, ...clip(item) }))
    .filter(({ from, until }) => from < until);
  const meetings = items.filter(({ item }) => item.kind === "appointment");
  const lanes = layOutLanes(meetings, leastMinutes);
  const laneOf = new Map(meetings.map(({ item }, index) => [item, lanes[index]]));
  return {
    sight,
    worked: sight.worked.map(clip),
    items: items.map((one) => ({
      ...one,
      ...(laneOf.get(one.item) ?? { lane: 0, lanes: 1 }),
      label: one.item.kind === "appointment" ? 0 : labelAt(one, meetings) - one.from,
    })),
  };
};

/** As many minutes high is a line of words. */
const lineMinutes = 20;

/** Where in a time its words fit between the meetings; at its start where they fit nowhere. */
const labelAt = ({ from, until }: Extent, meetings: readonly Extent[]): number => {
  let at = from;
  for (const meeting of meetings) {
    if (meeting.from < at + lineMinutes && meeting.until > at) at = meeting.until;
  }
  return at + lineMinutes > until ? from : at;
};

/** Where moments stand on the day's wall clock; what begins before the day or ends after it, at its ends. */
const wallClockOf = ({ date }: DaySight): ((span: Span) => Extent) => {
  const start = fromLocal(date, 0);
  const end = fromLocal(addDays(date, 1), 0);
  const wholeMinutes = 24 * 60;
  // On all but two days of the year a minute on the wall is a minute; asking the time zone each time would be felt.
  const isEven = end - start === wholeMinutes * minuteMs;
  const minuteOf = (at: number) => {
    if (at <= start) return 0;
    if (at >= end) return wholeMinutes;
    return isEven ? (at - start) / minuteMs : toLocal(at as typeof start).minute;
  };
  return (span) => ({ from: minuteOf(span.start), until: minuteOf(span.end) });
};
