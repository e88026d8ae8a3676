import type { FieldFailure } from "../failure.ts";
import { textMaxLength } from "../fields/field.ts";
import { isLocalDate, minuteMs } from "../instant.ts";
import { type Appointment, minutesMax, type NextStep } from "../kinds/appointment.ts";
import { fail, ok, type Result } from "../result.ts";
import type { Span } from "../times/day-plan.ts";
import { writtenFailures } from "./written-lines.ts";

/** What is written after a meeting, as a form holds it: text as it was typed. `what`, `by` and `due` are the next step. */
export type AfterForm = {
  readonly minutes: string;
  readonly outcome: string;
  readonly what: string;
  readonly by: string;
  readonly due: string;
};

/** What is written after a meeting. */
export type After = Pick<Appointment, "minutes" | "outcome" | "next">;

/** How long a meeting lasts by its slot, in minutes. */
export const plannedMinutes = ({ start, end }: Span): number =>
  Math.round((end - start) / minuteMs);

/**
 * Reads what was written after a meeting; every part may be missing. A step that was ticked stays ticked as long as it is
 * the same. Each wrong field is named once: `field.value_invalid` for `minutes` that are no whole number up to a day,
 * `field.required` for a next step with a day and no words, `date.invalid`, `field.too_long`, `field.personal_code`.
 */
export const parseAfter = (
  form: AfterForm,
  before: NextStep | null,
): Result<After, readonly FieldFailure[]> => {
  const minutes = parseMinutes(form.minutes);
  const what = form.what.trim();
  const failures: FieldFailure[] = [
    ...(minutes === "wrong" ? ([{ field: "minutes", code: "field.value_invalid" }] as const) : []),
    ...writtenFailures("outcome", form.outcome, textMaxLength),
    ...writtenFailures("what", what),
  ];
  const due = form.due === "" ? null : isLocalDate(form.due) ? form.due : "wrong";
  if (due === "wrong") failures.push({ field: "due", code: "date.invalid" });
  if (what === "" && due !== null) failures.push({ field: "what", code: "field.required" });
  if (failures.length > 0 || minutes === "wrong" || due === "wrong") return fail(failures);
  const isSame = before?.what === what && before.by === form.by && before.due === due;
  const step: NextStep = isSame ? before : { what, by: form.by, due };
  return ok({ minutes, outcome: form.outcome.trim(), next: what === "" ? null : step });
};

/** Reads minutes as they are typed; `null` for none, `"wrong"` for what is no whole number up to a day. */
export const parseMinutes = (written: string): number | null | "wrong" => {
  const text = written.trim();
  if (text === "") return null;
  return /^\d{1,4}$/.test(text) && Number(text) <= minutesMax ? Number(text) : "wrong";
};
