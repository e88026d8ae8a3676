import ICAL from "ical.js";
import type { Span } from "../kinds/absence.ts";
import { momentOf } from "./calendar-clock.ts";
import { isBusy } from "./is-busy.ts";
import { makeSeriesClock, type SeriesClock } from "./series-clock.ts";

/** An entry of a calendar with the exceptions from it; an exception whose entry is not there stands alone. */
export type Entry = {
  readonly main: ICAL.Component;
  readonly exceptions: readonly ICAL.Component[];
};

/** For how many more times what repeats is followed. */
export type StepsLeft = { left: number };

/** What repeats was not followed to its end. */
export class TooManySteps extends Error {
  override name = "TooManySteps";
}

/**
 * When an entry takes time, up to the end of `window`, with every time of a series and its exceptions. Throws for an entry
 * whose times are none, and {@link TooManySteps}.
 */
export const spansOfEntry = (
  { main, exceptions }: Entry,
  window: Span,
  steps: StepsLeft,
): readonly Span[] => {
  // Given none, the library looks for exceptions in all other entries: 8,000 of them took five seconds.
  const event = new ICAL.Event(main, { exceptions: [] });
  // Each is looked at on its own, for it may have moved into the window from anywhere.
  const spans = exceptions.filter(isBusy).map((one) => spanOf(new ICAL.Event(one)));
  if (!event.isRecurring()) return isBusy(main) ? [...spans, spanOf(event)] : spans;
  const clock = makeSeriesClock(event.startDate, zoneOf(main));
  const ranges = exceptions.filter(isFromThenOn);
  const isLeftOut = makeLeftOut(clock, main, exceptions);
  const series = new ICAL.Event(main, { exceptions: ranges.map(onClock(clock)) });
  const isWithin = (start: ICAL.Time) => {
    steps.left -= 1;
    if (steps.left < 0) throw new TooManySteps("it repeats too often");
    const moment = momentOf(start, zoneOf(main));
    return moment !== null && moment < window.end;
  };
  const take = (start: ICAL.Time) => {
    if (isLeftOut(start)) return;
    const { item, startDate, endDate } = series.getOccurrenceDetails(start);
    if (isBusy(item.component)) spans.push(between(item.component, startDate, endDate));
  };
  for (const start of startsByRules(event, clock)) {
    if (!isWithin(start)) break;
    take(start);
  }
  for (const added of valuesOf(main, "rdate")) {
    const start = clock.read(added.start, added.tzid);
    if (start === null || !isWithin(start)) continue;
    if (added.end === null) take(start);
    else if (!isLeftOut(start) && isBusy(main))
      spans.push(spanFrom(added.start, added.end, added.tzid));
  }
  return spans;
};

/** When the rules of a series have it begin; its first time alone where it has none. Its end is meant by its own clock too. */
function* startsByRules(event: ICAL.Event, clock: SeriesClock): Generator<ICAL.Time> {
  const rules = event.component.getAllProperties("rrule");
  if (rules.length === 0) yield event.startDate;
  for (const property of rules) {
    const rule = (property.getFirstValue() as ICAL.Recur).clone();
    rule.until = rule.until === null ? null : lastOf(rule.until, event.startDate, clock);
    const iterator = rule.iterator(event.startDate);
    for (;;) {
      const next = iterator.next() as ICAL.Time | null | undefined;
      if (next === null || next === undefined) break;
      // The iterator goes on with the same object.
      yield next.clone();
    }
  }
}

/** The last moment that a rule's UNTIL includes: a day is meant to its end. */
const lastOf = (until: ICAL.Time, start: ICAL.Time, clock: SeriesClock): ICAL.Time => {
  const last = clock.read(until, null) ?? until;
  if (until.isDate && !start.isDate) [last.hour, last.minute, last.second] = [23, 59, 59];
  return last;
};

/** Whether a start of a series is excepted: by its time, or, in a series that has times, by its whole day. */
const makeLeftOut = (
  clock: SeriesClock,
  main: ICAL.Component,
  exceptions: readonly ICAL.Component[],
) => {
  const isOfDays = (main.getFirstPropertyValue("dtstart") as ICAL.Time).isDate;
  const times = new Set<string>();
  const days = new Set<string>();
  for (const { start, tzid } of valuesOf(main, "exdate")) {
    if (start.isDate && !isOfDays) days.add(dayOf(start));
    else times.add(String(clock.read(start, tzid)));
  }
  for (const exception of exceptions) {
    if (isFromThenOn(exception)) continue;
    for (const { start, tzid } of valuesOf(exception, "recurrence-id")) {
      times.add(String(clock.read(start, tzid)));
    }
  }
  return (start: ICAL.Time): boolean => times.has(start.toString()) || days.has(dayOf(start));
};

const dayOf = (time: ICAL.Time): string => time.toString().slice(0, "2026-11-22".length);

const isFromThenOn = (exception: ICAL.Component): boolean =>
  exception.getFirstProperty("recurrence-id")?.getFirstParameter("range") !== undefined;

/** The exception with the time it is from on the clock of its series, as the library compares them. */
const onClock =
  (clock: SeriesClock) =>
  (exception: ICAL.Component): ICAL.Component => {
    const [from] = valuesOf(exception, "recurrence-id");
    const read = from === undefined ? null : clock.read(from.start, from.tzid);
    if (read !== null) exception.getFirstProperty("recurrence-id")?.setValue(read);
    return exception;
  };

/** A time that a property says, until `end` where it says that too (RFC 5545, section 3.3.9), in the zone it names. */
type SaidTime = {
  readonly start: ICAL.Time;
  readonly end: ICAL.Time | null;
  readonly tzid: string | null;
};

const valuesOf = (component: ICAL.Component, name: string): SaidTime[] =>
  component.getAllProperties(name).flatMap((property) => {
    const tzid = tzidOf(property);
    return (property.getValues() as unknown[]).flatMap((value): SaidTime[] => {
      if (value instanceof ICAL.Time) return [{ start: value, end: null, tzid }];
      if (!(value instanceof ICAL.Period)) return [];
      return [{ start: value.start, end: value.getEnd(), tzid }];
    });
  });

const spanOf = (event: ICAL.Event): Span =>
  between(event.component, event.startDate, event.endDate);

const between = (component: ICAL.Component, start: ICAL.Time, end: ICAL.Time): Span => {
  const startZone = zoneOf(component);
  return spanFrom(start, end, startZone, zoneOf(component, "dtend") ?? startZone);
};

const spanFrom = (
  start: ICAL.Time,
  end: ICAL.Time,
  startZone: string | null,
  endZone = startZone,
): Span => {
  const from = momentOf(start, startZone);
  const until = momentOf(end, endZone);
  if (from === null || until === null) throw new Error("a time that is none");
  return { start: from, end: until };
};

const zoneOf = (component: ICAL.Component, name = "dtstart"): string | null =>
  tzidOf(component.getFirstProperty(name));

const tzidOf = (property: ICAL.Property | null): string | null => {
  const tzid: unknown = property?.getFirstParameter("tzid");
  return typeof tzid === "string" ? tzid : null;
};
