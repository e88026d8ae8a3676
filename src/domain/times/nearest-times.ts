import { usualCalendar, type WorkCalendar } from "../availability/work-calendar.ts";
import { isOverlapping, type Span } from "./day-plan.ts";
import type { RecordId } from "../ids.ts";
import { addMs, hourMs, type Instant, type LocalDate, minuteMs } from "../instant.ts";
import type { Slot } from "./slot.ts";
import { addDays, fromLocal, toLocalDate } from "../local-time.ts";
import { offeredDay, offeredStepInMinutes } from "./offered-day.ts";

/** What an adviser has at some time, and where. */
export type Busy = Span & { readonly place: RecordId | null };

/** What is held of an adviser's time, and whether a booking at a time would clash with it, or with who else has its room. */
export type Held = {
  readonly slots: readonly Busy[];
  readonly isInTheWay: (span: Span) => boolean;
};

/** How far from the day that was asked for times are looked for, in days, either way. */
const reachInDays = 7;
/** A time next to one at another place counts as this much further away: the adviser would have to travel. */
const travelMs = 2 * hourMs;

/**
 * The free times nearest to one that cannot be kept, nearest first and at most `count`: of the same length, at the same
 * place, for the same adviser, on quarters of an hour in the hours of the days that are worked and of the day itself, before
 * or after, none before `notBefore` and never the present one. `busy` is what the adviser has; over what is `held` a time is
 * free where it can be given out of it; what `work` has against a time is left out, and so are hours at another place. Of
 * times that overlap each other only the nearest is given, so that the choices are choices.
 */
export const nearestFreeTimes = (
  slot: Slot,
  busy: readonly Busy[],
  held: Held,
  notBefore: Instant,
  count: number,
  work: WorkCalendar = usualCalendar,
): Span[] => {
  const placed = [...busy, ...held.slots];
  const far = (span: Span) =>
    Math.abs(span.start - slot.start) + (isElsewhere(span, slot.place, placed) ? travelMs : 0);
  const free = candidates(slot, work)
    .filter(
      (span) =>
        span.start >= notBefore &&
        span.start !== slot.start &&
        isWorked(span, slot, work) &&
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

/** Outside of the written hours a time may stay on its own day, where it was agreed on purpose. */
const isWorked = (span: Span, slot: Slot, work: WorkCalendar): boolean => {
  const against = work.obstacle(span);
  if (against?.kind !== "off-hours") return against === null;
  return toLocalDate(span.start) === toLocalDate(slot.start);
};

const candidates = (slot: Slot, work: WorkCalendar): Span[] => {
  const wanted = toLocalDate(slot.start);
  const spans: Span[] = [];
  for (let ahead = -reachInDays; ahead <= reachInDays; ahead += 1) {
    const date = addDays(wanted, ahead);
    const stretches = work
      .stretchesOn(date)
      .filter(({ place }) => place === null || slot.place === null || place === slot.place);
    for (const stretch of ahead === 0 ? withOwn(slot, date, stretches) : stretches) {
      spans.push(...within(stretch, slot));
    }
  }
  return spans;
};

/** A time that was agreed outside of the offered hours may move around there too, on its own day. */
const withOwn = (slot: Slot, date: LocalDate, stretches: readonly Span[]): readonly Span[] => {
  const usual = { start: fromLocal(date, offeredDay.first), end: fromLocal(date, offeredDay.last) };
  const [first, ...rest] = stretches.length > 0 ? stretches : [usual];
  if (first === undefined) return [];
  const stepMs = offeredStepInMinutes * minuteMs;
  const before = Math.max(0, Math.floor((first.start - slot.start) / stepMs)) * stepMs;
  const opened = [{ ...first, start: addMs(first.start, -before) }, ...rest];
  const last = opened.at(-1) ?? first;
  return [...opened.slice(0, -1), { ...last, end: slot.end > last.end ? slot.end : last.end }];
};

const within = (stretch: Span, slot: Slot): Span[] => {
  const lengthMs = slot.end - slot.start;
  const stepMs = offeredStepInMinutes * minuteMs;
  const spans: Span[] = [];
  // The clocks show quarters of an hour wherever they stand: a quarter of the hour since 1970 is one on the wall.
  const first = Math.ceil(stretch.start / stepMs) * stepMs;
  for (let start = first; start + lengthMs <= stretch.end; start += stepMs) {
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
