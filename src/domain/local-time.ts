import { tzOffset } from "@date-fns/tz";
import {
  dayMs,
  hourMs,
  type Instant,
  isLocalDate,
  type LocalDate,
  minuteMs,
  toInstant,
} from "./instant.ts";

/** The time zone the work is done in (IANA time zone database). Every wall-clock time of the program is in it. */
export const workTimeZone = "Europe/Helsinki";

/** A wall-clock time as minutes after midnight, 0–1439. */
export type MinuteOfDay = number;

/** The day and the wall-clock time that a clock on a Finnish wall shows at an instant. */
export const toLocal = (
  instant: Instant,
): { readonly date: LocalDate; readonly minute: MinuteOfDay } => {
  const shifted = new Date(instant + offsetMs(instant));
  return {
    date: shifted.toISOString().slice(0, 10) as LocalDate,
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
};

/** The same wall-clock time alone, for a fraction of the work. */
export const toMinuteOfDay = (instant: Instant): MinuteOfDay => {
  const shifted = instant + offsetMs(instant);
  return Math.floor((shifted - Math.floor(shifted / dayMs) * dayMs) / minuteMs);
};

/** The day at an instant. */
export const toLocalDate = (instant: Instant): LocalDate => toLocal(instant).date;

/**
 * The instant of a wall-clock time. In the hour that the clocks skip in spring the time after the change is taken
 * (3.30 becomes 4.30); in the hour that comes twice in autumn, the first.
 */
export const fromLocal = (date: LocalDate, minute: MinuteOfDay): Instant => {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs;
  const early = asIfUtc - offsetMs(asIfUtc - dayMs / 2);
  const late = asIfUtc - offsetMs(asIfUtc + dayMs / 2);
  // Around a change the offsets half a day before and after differ; the one that maps back to the wall time is right.
  const isEarlyRight = early + offsetMs(early) === asIfUtc;
  return toInstant(isEarlyRight || late + offsetMs(late) !== asIfUtc ? early : late);
};

/** The day `days` after `date`; `days` may be negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as LocalDate;

/** The weekday of a day, 1 (Monday) – 7 (Sunday), as ISO 8601 numbers them. */
export const weekdayOf = (date: LocalDate): number =>
  new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** Reads a day as people write it in Finland (`26.11.2026`, `26.11.`) or as ISO 8601; `null` if it names no day. A missing year is that of `near`. */
export const parseLocalDate = (text: string, near: LocalDate): LocalDate | null => {
  const trimmed = text.trim();
  if (isLocalDate(trimmed)) return trimmed;
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(trimmed) ?? [];
  if (day === undefined || month === undefined) return null;
  const date = `${year ?? near.slice(0, 4)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isLocalDate(date) ? date : null;
};

/** Reads a wall-clock time: `9`, `9.30`, `9:30`, `0930`. `null` if it is none. */
export const parseMinuteOfDay = (text: string): MinuteOfDay | null => {
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim());
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
};

/**
 * The zone's offset at a moment. Asking the platform for it costs more than anything else in drawing a week. Since
 * {@link steadySince} Finland's clocks change on the hour and months apart: a stretch of days with one offset at both ends has
 * no other in between, and else an hour has one.
 */
const offsetMs = (instantMs: number): number => {
  if (instantMs < steadySince) return askOffset(instantMs);
  const start = Math.floor(instantMs / stretchMs) * stretchMs;
  const offset = rememberedOffset(start);
  if (rememberedOffset(start + stretchMs) === offset) return offset;
  return rememberedOffset(Math.floor(instantMs / hourMs) * hourMs);
};

const rememberedOffset = (at: number): number => {
  const known = offsets.get(at);
  if (known !== undefined) return known;
  if (offsets.size >= rememberedOffsets) offsets.clear();
  const offset = askOffset(at);
  offsets.set(at, offset);
  return offset;
};

const askOffset = (instantMs: number): number =>
  tzOffset(workTimeZone, new Date(instantMs)) * minuteMs;

/** 1990-01-01T00:00:00Z; the last change off the hour was in 1921. */
const steadySince = 631_152_000_000;
const stretchMs = 7 * dayMs;
const rememberedOffsets = 50_000;
const offsets = new Map<number, number>();
