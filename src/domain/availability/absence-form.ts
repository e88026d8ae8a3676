import type { FieldFailure } from "../failure.ts";
import { isCalendarDay } from "../instant.ts";
import type { Span } from "../kinds/absence.ts";
import { addDays, fromLocal, parseMinuteOfDay } from "../local-time.ts";
import { fail, ok, type Result } from "../result.ts";

/** The form for an absence: days as `YYYY-MM-DD`, wall-clock times as they were typed; whole days have none. */
export type AbsenceForm = {
  readonly first: string;
  readonly last: string;
  readonly isWhole: boolean;
  readonly from: string;
  readonly until: string;
};

/** An absence is at most two years long: a longer one is a slip of the finger. */
const longestInDays = 731;

/**
 * Reads the form: from the first day's beginning, or its time, to the last day's end, or its time. Every field that is wrong is
 * named once: `field.required`, `date.invalid`, `time.invalid`, and `slot.end_before_start` at `last`, or at `until` on one day.
 */
export const parseAbsence = (form: AbsenceForm): Result<Span, readonly FieldFailure[]> => {
  const { first, last, isWhole } = form;
  const failures: FieldFailure[] = [];
  const check = (field: string, written: string, isRight: boolean, code: FieldFailure["code"]) => {
    if (written.trim() === "") failures.push({ field, code: "field.required" });
    else if (!isRight) failures.push({ field, code });
  };
  check("first", first, isCalendarDay(first), "date.invalid");
  check("last", last, isCalendarDay(last), "date.invalid");
  const from = isWhole ? 0 : parseMinuteOfDay(form.from);
  const until = isWhole ? 0 : parseMinuteOfDay(form.until);
  if (!isWhole) {
    check("from", form.from, from !== null, "time.invalid");
    check("until", form.until, until !== null, "time.invalid");
  }
  if (!isCalendarDay(first) || !isCalendarDay(last) || from === null || until === null)
    return fail(failures);
  const start = fromLocal(first, from);
  const end = isWhole ? fromLocal(addDays(last, 1), 0) : fromLocal(last, until);
  if (end <= start) {
    const field = first === last ? "until" : "last";
    return fail([{ field, code: "slot.end_before_start" }]);
  }
  if (last > addDays(first, longestInDays)) return fail([{ field: "last", code: "date.invalid" }]);
  return ok({ start, end });
};
