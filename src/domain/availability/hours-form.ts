import type { FieldFailure } from "../failure.ts";
import type { RecordId } from "../ids.ts";
import type { WorkingHours } from "../kinds/adviser.ts";
import { type MinuteOfDay, parseMinuteOfDay } from "../local-time.ts";
import { fail, ok, type Result } from "../result.ts";
import { usualHours } from "./work-stretches.ts";

/** One stretch of a day in the form for working hours: wall-clock times as they were typed, and the place if always the same. */
export type HoursRow = {
  readonly from: string;
  readonly until: string;
  readonly place: RecordId | null;
};

/** A day has at most this many stretches: the week's 28 that an adviser's record holds. */
export const stretchesADayMax = 4;

/**
 * Reads the stretches of one weekday (1 for Monday to 7). Every field that is wrong is named once, as `from.0` or `until.0` of
 * the first row: `field.required`, `time.invalid`, `slot.end_before_start`, and `hours.overlap` at the start of a stretch that
 * begins before an earlier one ends.
 */
export const parseDayHours = (
  weekday: number,
  rows: readonly HoursRow[],
): Result<readonly WorkingHours[], readonly FieldFailure[]> => {
  const failures: FieldFailure[] = [];
  const read = (field: string, written: string): MinuteOfDay | null => {
    const minute = parseMinuteOfDay(written);
    const code = written.trim() === "" ? "field.required" : "time.invalid";
    if (minute === null) failures.push({ field, code });
    return minute;
  };
  const stretches = rows.flatMap(({ place, ...row }, index) => {
    const from = read(`from.${index}`, row.from);
    const until = read(`until.${index}`, row.until);
    if (from === null || until === null) return [];
    if (until <= from) failures.push({ field: `until.${index}`, code: "slot.end_before_start" });
    return [{ index, hours: { weekday, from, until, place } }];
  });
  const sorted = [...stretches].sort((one, other) => one.hours.from - other.hours.from);
  for (const [nth, { index, hours }] of sorted.entries()) {
    const isOver = sorted.slice(0, nth).some((before) => before.hours.until > hours.from);
    if (isOver) failures.push({ field: `from.${index}`, code: "hours.overlap" });
  }
  return failures.length > 0 ? fail(failures) : ok(sorted.map(({ hours }) => hours));
};

/**
 * The week with other hours on some weekdays. Where no hours are written yet, the other days keep the usual ones: whoever
 * writes down a Monday has not said that no other day is worked.
 */
export const withDayHours = (
  hours: readonly WorkingHours[],
  weekdays: readonly number[],
  ofDay: readonly WorkingHours[],
): readonly WorkingHours[] => {
  const kept = (hours.length === 0 ? usualHours : hours).filter(
    ({ weekday }) => !weekdays.includes(weekday),
  );
  const written = weekdays.flatMap((weekday) => ofDay.map((one) => ({ ...one, weekday })));
  return [...kept, ...written].sort(
    (one, other) => one.weekday - other.weekday || one.from - other.from,
  );
};
