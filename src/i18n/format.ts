import { hourMs, type Instant, type LocalDate, minuteMs } from "#domain/instant.ts";
import { addDays, type MinuteOfDay, toLocalDate, toMinuteOfDay } from "#domain/local-time.ts";
import type { LocaleCode } from "./language.ts";

/** How days, times and lengths are written. Every instant is shown as a clock in Finland shows it. */
export type Formats = {
  /** What stands between hours and minutes. */
  readonly timeMark: string;
  /** `to 26.11.`, with the year when it is not that of `today`. */
  dayShort(date: LocalDate, today: LocalDate): string;
  /** `torstai` and `to`, by its number: 1 for Monday to 7 (ISO 8601). */
  weekday(weekday: number): string;
  weekdayShort(weekday: number): string;
  /** `torstai 26.11.`, with the year when it is not that of `today`. */
  dayLong(date: LocalDate, today: LocalDate): string;
  /** `torstai 26. marraskuuta`, for a voice, with the year when it is not that of `today`. */
  daySpoken(date: LocalDate, today: LocalDate): string;
  /** `tänään`, `huomenna`, `eilen`, or the day as {@link Formats.dayLong}. */
  dayRelative(date: LocalDate, today: LocalDate): string;
  /** The same as the title of a day: `Huomenna`. */
  dayHeading(date: LocalDate, today: LocalDate): string;
  /** The same where there is little room: `Huomenna`, `To 26.11.` */
  dayHeadingShort(date: LocalDate, today: LocalDate): string;
  /** `13.00` */
  minute(minute: MinuteOfDay): string;
  /** `13.00` */
  time(instant: Instant): string;
  /** `13.00–13.45` */
  span(start: Instant, end: Instant): string;
  /** `45 min`, `2 h 30 min` */
  length(minutes: number): string;
  /** `10.42` for today, else the day as well. */
  moment(instant: Instant, now: Instant): string;
  /** `12 s`, `2 min 5 s` */
  countdown(milliseconds: number): string;
};

type Manner = {
  readonly tag: string;
  readonly timeMark: string;
  dayMonth(day: number, month: number): string;
  readonly relative: {
    readonly yesterday: string;
    readonly today: string;
    readonly tomorrow: string;
  };
};

const englishMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const manners: Readonly<Record<LocaleCode, Manner>> = {
  fi: {
    tag: "fi-FI",
    timeMark: ".",
    dayMonth: (day, month) => `${day}.${month}.`,
    relative: { yesterday: "eilen", today: "tänään", tomorrow: "huomenna" },
  },
  sv: {
    tag: "sv-FI",
    timeMark: ".",
    dayMonth: (day, month) => `${day}.${month}`,
    relative: { yesterday: "i går", today: "i dag", tomorrow: "i morgon" },
  },
  en: {
    tag: "en-GB",
    timeMark: ":",
    dayMonth: (day, month) => `${day} ${englishMonths[month - 1] ?? ""}`,
    relative: { yesterday: "yesterday", today: "today", tomorrow: "tomorrow" },
  },
};

/** Makes the formats of a language. */
export const makeFormats = (locale: LocaleCode): Formats => {
  const { tag, timeMark, dayMonth, relative } = manners[locale];
  const intl = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
    return (date: LocalDate) => format.format(new Date(`${date}T12:00:00Z`));
  };
  const weekdayShort = intl({ weekday: "short" });
  const weekdayLong = intl({ weekday: "long" });
  const dayInWords = intl({ day: "numeric", month: "long" });

  const numbers = (date: LocalDate) => dayMonth(Number(date.slice(8)), Number(date.slice(5, 7)));
  const withYear = (date: LocalDate) =>
    locale === "fi" ? `${numbers(date)}${date.slice(0, 4)}` : joinYear(locale, numbers(date), date);
  const dated = (date: LocalDate, today: LocalDate) =>
    isSameYear(date, today) ? numbers(date) : withYear(date);

  /** The word for a day beside today; `null` for any other. */
  const nearDay = (date: LocalDate, today: LocalDate): string | null => {
    if (date === today) return relative.today;
    if (date === addDays(today, 1)) return relative.tomorrow;
    return date === addDays(today, -1) ? relative.yesterday : null;
  };

  const formats: Formats = {
    timeMark,
    weekday: (weekday) => weekdayLong(aWeekday(weekday)),
    weekdayShort: (weekday) => weekdayShort(aWeekday(weekday)),
    dayShort: (date, today) => `${weekdayShort(date)} ${dated(date, today)}`,
    dayLong: (date, today) => `${weekdayLong(date)} ${dated(date, today)}`,
    daySpoken: (date, today) =>
      `${weekdayLong(date)} ${dayInWords(date)}${isSameYear(date, today) ? "" : ` ${date.slice(0, 4)}`}`,
    dayRelative: (date, today) => nearDay(date, today) ?? formats.dayLong(date, today),
    dayHeading: (date, today) => capitalised(formats.dayRelative(date, today)),
    dayHeadingShort: (date, today) =>
      capitalised(nearDay(date, today) ?? formats.dayShort(date, today)),
    minute: (minute) =>
      `${locale === "en" ? pad(Math.floor(minute / 60)) : Math.floor(minute / 60)}${timeMark}${pad(minute % 60)}`,
    time: (instant) => formats.minute(toMinuteOfDay(instant)),
    span: (start, end) => `${formats.time(start)}–${formats.time(end)}`,
    length(minutes) {
      if (minutes < 120) return `${minutes} min`;
      const rest = minutes % 60;
      return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`}`;
    },
    moment(instant, now) {
      const date = toLocalDate(instant);
      const today = toLocalDate(now);
      const time = formats.time(instant);
      return date === today ? time : `${formats.dayRelative(date, today)} ${time}`;
    },
    countdown(milliseconds) {
      const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
      const minutes = Math.floor(seconds / 60);
      if (minutes === 0) return `${seconds} s`;
      return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
    },
  };
  return formats;
};

/** How far a clock is off, in words of length: at least a minute. */
export const minutesOf = (milliseconds: number): number =>
  Math.max(1, Math.round(Math.min(Math.abs(milliseconds), 24 * 365 * hourMs) / minuteMs));

/** A day that is this weekday: the first of January 2024 was a Monday. */
const aWeekday = (weekday: number): LocalDate => addDays("2024-01-01" as LocalDate, weekday - 1);

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const pad = (number: number) => String(number).padStart(2, "0");

const isSameYear = (one: LocalDate, other: LocalDate) => one.slice(0, 4) === other.slice(0, 4);

const joinYear = (locale: LocaleCode, numbers: string, date: LocalDate) =>
  `${numbers}${locale === "sv" ? "." : " "}${date.slice(0, 4)}`;
