import type { FieldFailure } from "../failure.ts";
import { isLocalDate, type LocalDate } from "../instant.ts";
import { addDays, weekdayOf } from "../local-time.ts";
import { fail, ok, type Result } from "../result.ts";
import { intervalMax, type MonthDay, type Repeat, spanMaxDays, timesMax } from "./repeat.ts";

/** How often the form says that something repeats. */
export const repeatChoices = ["never", "day", "week", "month"] as const;
export type RepeatChoice = (typeof repeatChoices)[number];

/** How a monthly series is told: by the number of its first day, by its weekday counted from the month's start, or the last such. */
export const monthChoices = ["day", "nth", "last"] as const;
export type MonthChoice = (typeof monthChoices)[number];

/** What the form holds while it is filled in; `count` and `until` as they were typed, and only one of them counts. */
export type RepeatForm = {
  readonly every: RepeatChoice;
  readonly interval: number;
  /** 1 for Monday to 7; `null` follows the first day. */
  readonly weekdays: readonly number[] | null;
  readonly month: MonthChoice;
  readonly ends: "count" | "until";
  readonly count: string;
  readonly until: string;
};

/** A time that does not repeat; once it does, ten times a week apart. */
export const noRepeat: RepeatForm = {
  every: "never",
  interval: 1,
  weekdays: null,
  month: "nth",
  ends: "count",
  count: "10",
  until: "",
};

/** Which time its weekday comes in its month, 1–5. */
export const nthOfMonth = (date: LocalDate): number => Math.ceil(Number(date.slice(8)) / 7);

/** Whether its weekday does not come again in its month. */
export const isLastOfMonth = (date: LocalDate): boolean =>
  addDays(date, 7).slice(0, 7) !== date.slice(0, 7);

/** The ways a monthly series from this day can be told. A fifth weekday is the last one, for other months have no fifth. */
export const monthChoicesOn = (date: LocalDate): readonly MonthChoice[] =>
  monthChoices.filter((choice) => {
    if (choice === "nth") return nthOfMonth(date) <= 4;
    return choice === "day" || isLastOfMonth(date);
  });

/**
 * Reads the form for a first time on `from`; `null` where nothing repeats. Fails
 * with `field.required`, also where no weekday is chosen, with `field.value_invalid` for a count that is none or over 104, and with `date.invalid` for a last day that is none, lies
 * before the first, or more than two years after it; each at its field.
 */
export const parseRepeat = (
  form: RepeatForm,
  from: LocalDate,
): Result<Repeat | null, readonly FieldFailure[]> => {
  if (form.every === "never") return ok(null);
  const end = parseEnd(form, from);
  if (!end.ok) return end;
  const interval = Math.min(Math.max(Math.trunc(form.interval), 1), intervalMax);
  const common = { interval, end: end.value };
  switch (form.every) {
    case "day":
      return ok({ every: "day", ...common });
    case "week": {
      const weekdays = form.weekdays ?? [weekdayOf(from)];
      if (weekdays.length === 0) return fail([{ field: "weekdays", code: "field.required" }]);
      return ok({ every: "week", weekdays, ...common });
    }
    case "month":
      return ok({ every: "month", on: monthDay(form.month, from), ...common });
    default:
      return form.every satisfies never;
  }
};

const parseEnd = (
  form: RepeatForm,
  from: LocalDate,
): Result<Repeat["end"], readonly FieldFailure[]> => {
  if (form.ends === "count") {
    const written = form.count.trim();
    const count = /^\d{1,3}$/.test(written) ? Number(written) : 0;
    if (count >= 1 && count <= timesMax) return ok({ count });
    const code = written === "" ? "field.required" : "field.value_invalid";
    return fail([{ field: "count", code }]);
  }
  const { until } = form;
  if (until === "") return fail([{ field: "until", code: "field.required" }]);
  const isRight = isLocalDate(until) && until >= from && until <= addDays(from, spanMaxDays);
  return isRight ? ok({ until }) : fail([{ field: "until", code: "date.invalid" }]);
};

const monthDay = (choice: MonthChoice, from: LocalDate): MonthDay => {
  const possible = monthChoicesOn(from);
  const chosen = possible.includes(choice) ? choice : (possible[1] ?? "day");
  if (chosen === "day") return { day: Number(from.slice(8)) };
  const nth = chosen === "last" ? -1 : (nthOfMonth(from) as 1 | 2 | 3 | 4);
  return { nth, weekday: weekdayOf(from) };
};
