import { isOverlapping, offeredDay, offeredStepInMinutes, type Span } from "./day-plan.ts";
import type { RecordId } from "../ids.ts";
import { addMs, hourMs, type Instant, type LocalDate, minuteMs } from "../instant.ts";
import type { Slot } from "./slot.ts";
import { addDays, fromLocal, toLocalDate, weekdayOf } from "../local-time.ts";

/** What an adviser has at some time, and where. */
export type Busy = Span & { readonly place: RecordId | null };

/** What is held of an adviser's time, and whether a booking at a time would clash with it. */
export type Held = {
  readonly slots: readonly Busy[];
  readonly isInTheWay: (span: Span) => boolean;
};

/** How far from the day that was asked for times are looked for, in days, either way. */
const reachInDays = 7;
/** A time next to one at another place counts as this much further away: the adviser would have to travel. */
const travelMs = 2 * hourMs;
const lastWorkday = 5;

/**
 * The free times nearest to one that cannot be kept, nearest first and at most `count`: of the same length, at the same
 * place, for the same adviser, on quarters of an hour in the offered hours of working days and of the day itself, before or
 * after, none before `notBefore` and never the present one. `busy` is what the adviser has; over what is `held` a time is
 * free where it can be given out of it. Of times that overlap each other only the nearest is given, so that the choices are
 * choices.
 */
export const nearestFreeTimes = (
  slot: Slot,
  busy: readonly Busy[],
  held: Held,
  notBefore: Instant,
  count: number,
): Span[] => {
  const placed = [...busy, ...held.slots];
  const far = (span: Span) =>
    Math.abs(span.start - slot.start) + (isElsewhere(span, slot.place, placed) ? travelMs : 0);
  const free = candidates(slot)
    .filter(
      (span) =>
        span.start >= notBefore &&
        span.start !== slot.start &&
        !busy.some((one) => isOverlapping(one, span)) &&
        !held.isInTheWay(span),
    )
    .map((span) => ({ span, distance: far(span) }))
    .sort((one, other) => one.distance - other.distance || one.span.start - other.span.start);
  const found: Span[] = [];
  for (const { span } of free) {
    if (found.length === count) break;
    if (!found.some((one) => isOverlapping(one, span))) found.push(span);
  }
  return found;
};

const candidates = (slot: Slot): Span[] => {
  const wanted = toLocalDate(slot.start);
  const spans: Span[] = [];
  for (let ahead = -reachInDays; ahead <= reachInDays; ahead += 1) {
    const date = addDays(wanted, ahead);
    if (ahead === 0 || weekdayOf(date) <= lastWorkday) spans.push(...onDate(date, slot));
  }
  return spans;
};

/** A time that was agreed outside of the offered hours may move around there too, on its own day. */
const onDate = (date: LocalDate, slot: Slot): Span[] => {
  const isOwnDay = toLocalDate(slot.start) === date;
  const opening = fromLocal(date, offeredDay.first);
  const closing = addMs(opening, (offeredDay.last - offeredDay.first) * minuteMs);
  const lengthMs = slot.end - slot.start;
  const stepMs = offeredStepInMinutes * minuteMs;
  const early = isOwnDay && slot.start < opening ? slot.start : opening;
  const late = isOwnDay && slot.end > closing ? slot.end : closing;
  const first = opening - Math.floor((opening - early) / stepMs) * stepMs;
  const spans: Span[] = [];
  for (let start = first; start + lengthMs <= late; start += stepMs) {
    spans.push({ start: start as Instant, end: addMs(start as Instant, lengthMs) });
  }
  return spans;
};

/** Whether what the adviser has just before or just after it that day is at another place. */
const isElsewhere = (span: Span, place: RecordId | null, busy: readonly Busy[]): boolean => {
  if (place === null) return false;
  const date = toLocalDate(span.start);
  const placed = busy.filter((one) => one.place !== null && toLocalDate(one.start) === date);
  const before = placed
    .filter((one) => one.end <= span.start)
    .reduce<Busy | null>((last, one) => (last === null || one.end > last.end ? one : last), null);
  const after = placed
    .filter((one) => one.start >= span.end)
    .reduce<Busy | null>(
      (next, one) => (next === null || one.start < next.start ? one : next),
      null,
    );
  return [before, after].some((one) => one !== null && one.place !== place);
};
