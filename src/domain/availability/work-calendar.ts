import type { RecordId } from "../ids.ts";
import type { LocalDate } from "../instant.ts";
import type { Span as Away } from "../kinds/absence.ts";
import type { WorkingHours } from "../kinds/adviser.ts";
import { toLocalDate } from "../local-time.ts";
import type { Span } from "../times/day-plan.ts";
import { type HolidayCode, holidayOn } from "./holidays.ts";
import { isTouching, isWithin, type SpanUnion, unionOf } from "./span-union.ts";
import { stretchesOn, type WorkStretch } from "./work-stretches.ts";

/** What is known of when an adviser works: the written hours, absences, and what other calendars of theirs say. */
export type WorkFacts = {
  readonly hours: readonly WorkingHours[];
  readonly absences: readonly Away[];
  readonly busy: readonly { readonly label: string; readonly spans: readonly Away[] }[];
};

/**
 * Why a time does not suit an adviser, the strongest reason first: a holiday, an absence, something in another calendar
 * (`label` says which), or a time outside the hours that the adviser has written.
 */
export type Obstacle =
  | { readonly kind: "holiday"; readonly holiday: HolidayCode }
  | { readonly kind: "absence" }
  | { readonly kind: "busy"; readonly label: string }
  | { readonly kind: "off-hours" };

/** When an adviser works and when not, whatever is booked. */
export type WorkCalendar = {
  /** The hours of a day; absences and other calendars are not taken from them. */
  stretchesOn(date: LocalDate): readonly WorkStretch[];
  /** Why a time does not suit, or `null`. Such a time is never suggested, and booked when a person insists. */
  obstacle(span: Span): Obstacle | null;
  /** The places at which the hours have the adviser during some of a time. None where they fix none: any will do. */
  placesDuring(span: Span): readonly RecordId[];
  /** Absences and other calendars together. */
  readonly away: SpanUnion;
};

/** Makes the calendar of one adviser. Where no hours are written, no time is outside of them. */
export const makeWorkCalendar = ({ hours, absences, busy }: WorkFacts): WorkCalendar => {
  const absent = unionOf(absences);
  const others = busy.map(({ label, spans }) => ({ label, spans: unionOf(spans) }));
  const away = unionOf([...absent, ...others.flatMap(({ spans }) => spans)]);
  // Many times of one day are asked about in a row.
  const days = new Map<LocalDate, readonly WorkStretch[]>();
  const onDay = (date: LocalDate) => {
    const known = days.get(date) ?? stretchesOn(date, hours);
    days.set(date, known);
    return known;
  };
  return {
    stretchesOn: onDay,
    obstacle(span) {
      const date = toLocalDate(span.start);
      const holiday = holidayOn(date);
      if (holiday !== null) return { kind: "holiday", holiday };
      if (isTouching(absent, span)) return { kind: "absence" };
      const other = others.find(({ spans }) => isTouching(spans, span));
      if (other !== undefined) return { kind: "busy", label: other.label };
      const isOff = hours.length > 0 && !isWithin(unionOf(onDay(date)), span);
      return isOff ? { kind: "off-hours" } : null;
    },
    placesDuring(span) {
      const places = onDay(toLocalDate(span.start)).flatMap((stretch) =>
        stretch.place !== null && isTouching([stretch], span) ? stretch.place : [],
      );
      return [...new Set(places)];
    },
    away,
  };
};

/** The calendar of an adviser of whom nothing is written: every working day's usual hours. */
export const usualCalendar: WorkCalendar = makeWorkCalendar({ hours: [], absences: [], busy: [] });
