import ICAL from "ical.js";
import type { CalendarFailureCode } from "../failure.ts";
import type { Instant } from "../instant.ts";
import type { Span } from "../kinds/absence.ts";
import { busySpansMax } from "../kinds/busy.ts";
import { fail, ok, type Result } from "../result.ts";
import { calendarMaxLength } from "./calendar-limits.ts";
import { type Entry, spansOfEntry, type StepsLeft, TooManySteps } from "./entry-spans.ts";
import { uidOf } from "./is-busy.ts";
import { mergeSpans } from "./merge-spans.ts";

/** The most times that repeating entries are followed for, together: a hundred weekly meetings for nine years. */
const stepsMax = 50_000;

/** What another calendar has brought: when somebody is busy, and how many of its entries could not be read. */
export type BusyReading = { readonly spans: readonly Span[]; readonly unreadable: number };

/** Why a calendar was not read at all. */
export type BusyFailureCode = Extract<
  CalendarFailureCode,
  "calendar.not_calendar" | "calendar.too_large" | "calendar.too_complex"
>;

/**
 * When somebody is busy by an iCalendar (RFC 5545), within `window`: stretches that do not touch, and nothing of what the
 * calendar says beside them. What repeats is followed with its exceptions; whatever is cancelled, transparent or marked
 * as free takes no time, and nor does what this program itself has put there. Fails with `calendar.not_calendar`,
 * `calendar.too_large` (also for more stretches than a record holds) and `calendar.too_complex` (what repeats more often
 * than anybody can mean).
 */
export const readBusy = (text: string, window: Span): Result<BusyReading, BusyFailureCode> => {
  if (text.length > calendarMaxLength) return fail("calendar.too_large");
  const parsed = parseCalendars(text);
  if (parsed === null) return fail("calendar.not_calendar");
  const { calendars } = parsed;
  if (calendars.flatMap(zoneRulesOf).some(isBeyondZones)) return fail("calendar.too_complex");
  const taken: Span[] = [];
  const steps: StepsLeft = { left: stepsMax };
  let { unreadable } = parsed;
  for (const entry of calendars.flatMap(entriesOf)) {
    try {
      taken.push(...spansOfEntry(entry, window, steps));
    } catch (cause) {
      if (cause instanceof TooManySteps) return fail("calendar.too_complex");
      unreadable += 1;
    }
  }
  for (const part of calendars.flatMap(freeBusyOf)) {
    try {
      taken.push(...spansOfPeriods(part));
    } catch {
      unreadable += 1;
    }
  }
  const spans = mergeSpans(taken, window);
  return spans.length > busySpansMax ? fail("calendar.too_large") : ok({ spans, unreadable });
};

type Parsed = { readonly calendars: readonly ICAL.Component[]; readonly unreadable: number };

const parseCalendars = (text: string): Parsed | null => {
  const plain = text.replace(/^\uFEFF/, "").trim();
  const whole = parseAll(plain);
  if (whole !== null) return { calendars: whole, unreadable: 0 };
  // The library gives up a whole calendar for one entry with a value it does not take.
  let unreadable = 0;
  const kept = plain.replaceAll(/^BEGIN:VEVENT\r?\n[\s\S]*?^END:VEVENT\r?\n/gm, (entry) => {
    if (parseAll(`BEGIN:VCALENDAR\r\n${entry}END:VCALENDAR`) !== null) return entry;
    unreadable += 1;
    return "";
  });
  const rest = unreadable === 0 ? null : parseAll(kept);
  return rest === null ? null : { calendars: rest, unreadable };
};

const parseAll = (text: string): ICAL.Component[] | null => {
  try {
    const parsed: unknown = ICAL.parse(text);
    const roots = (Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed]) as [];
    const calendars = roots.map((root) => new ICAL.Component(root));
    return calendars.every(({ name }) => name === "vcalendar") ? calendars : null;
  } catch {
    return null;
  }
};

const zoneRulesOf = (calendar: ICAL.Component): ICAL.Recur[] =>
  calendar
    .getAllSubcomponents("vtimezone")
    .flatMap((zone) => zone.getAllSubcomponents())
    .flatMap((part) => part.getAllProperties("rrule"))
    .map((rule) => rule.getFirstValue() as ICAL.Recur);

/**
 * Clocks change on days of a year. The library writes down every change from the first year to the last it is asked about,
 * which are as many as nobody has memory for by a rule that repeats within the day.
 */
const isBeyondZones = ({ freq, parts }: ICAL.Recur): boolean =>
  freq !== "YEARLY" || ["BYHOUR", "BYMINUTE", "BYSECOND"].some((part) => part in parts);

const entriesOf = (calendar: ICAL.Component): Entry[] => {
  const mains: ICAL.Component[] = [];
  const exceptions = new Map<string, ICAL.Component[]>();
  for (const event of calendar.getAllSubcomponents("vevent")) {
    const uid = uidOf(event);
    if (event.getFirstProperty("recurrence-id") === null) mains.push(event);
    else exceptions.set(uid, [...(exceptions.get(uid) ?? []), event]);
  }
  const known = new Set(mains.map(uidOf));
  return [
    ...mains.map((main) => ({ main, exceptions: exceptions.get(uidOf(main)) ?? [] })),
    ...[...exceptions]
      .filter(([uid]) => !known.has(uid))
      .flatMap(([, alone]) => alone.map((main) => ({ main, exceptions: [] }))),
  ];
};

/** What calendars publish that tell nothing but when somebody is busy (RFC 5545, section 3.6.4). */
const freeBusyOf = (calendar: ICAL.Component): ICAL.Property[] =>
  calendar
    .getAllSubcomponents("vfreebusy")
    .flatMap((part) => part.getAllProperties("freebusy"))
    .filter((property) => property.getFirstParameter("fbtype")?.toUpperCase() !== "FREE");

const spansOfPeriods = (property: ICAL.Property): Span[] =>
  (property.getValues() as unknown[]).flatMap((period) => {
    if (!(period instanceof ICAL.Period)) return [];
    const start = period.start.toUnixTime() * 1_000;
    const end = period.getEnd().toUnixTime() * 1_000;
    return Number.isNaN(start + end) ? [] : [{ start: start as Instant, end: end as Instant }];
  });
