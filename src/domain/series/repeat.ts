import type { LocalDate } from "../instant.ts";

/** A series has at most this many times: twice a week for a year. */
export const timesMax = 104;
/** A series ends at most this many days after its first: two years. */
export const spanMaxDays = 731;
/** Between two of its days, weeks or months a rule leaves at most this many out. */
export const intervalMax = 12;

/** How often: each day, each week on some weekdays (1 for Monday to 7, ISO 8601), or each month. */
export type Rhythm =
  | { readonly every: "day" }
  | { readonly every: "week"; readonly weekdays: readonly number[] }
  | { readonly every: "month"; readonly on: MonthDay };

/** The day of a month by its number (months that have no such day are left out), or its nth weekday, −1 for the last. */
export type MonthDay =
  | { readonly day: number }
  | { readonly nth: 1 | 2 | 3 | 4 | -1; readonly weekday: number };

/** When a series ends: after so many times, or on a day that still counts. */
export type SeriesEnd = { readonly count: number } | { readonly until: LocalDate };

/** How something repeats: every `interval`th day, week or month. */
export type Repeat = Rhythm & { readonly interval: number; readonly end: SeriesEnd };
