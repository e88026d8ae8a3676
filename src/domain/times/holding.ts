import { freeStretches } from "./allotted.ts";
import { parseTimes } from "./booking.ts";
import type { Span } from "./day-plan.ts";
import type { FieldFailure } from "../failure.ts";
import { lineMaxLength } from "../fields/field.ts";
import type { DeviceId, MemberId, RecordId } from "../ids.ts";
import { minuteMs } from "../instant.ts";
import type { WrittenAllotment } from "../kinds/allotment.ts";
import { hasPersonalCode } from "../personal-code.ts";
import { fail, ok, type Result } from "../result.ts";

/** What the form for holding times has while it is filled in. `start` and `end` are wall-clock times as typed. */
export type HoldingForm = {
  readonly label: string;
  readonly place: RecordId | null;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly lengthInMinutes: number;
};

/**
 * Reads the form: an allotment for each part of the stretch that is free, because one over a time that somebody holds would
 * guarantee nothing. Every field that is wrong is named once: `field.too_long`, `field.personal_code` for the label, those of
 * `parseTimes`, and `slot.none_free` when no time of the wanted length fits between what is `taken`.
 */
export const parseHolding = (
  form: HoldingForm,
  { adviser, holder }: { readonly adviser: MemberId; readonly holder: DeviceId },
  taken: readonly Span[],
): Result<readonly WrittenAllotment[], readonly FieldFailure[]> => {
  const failures: FieldFailure[] = [];
  const { label, place, lengthInMinutes } = form;
  if (hasPersonalCode(label)) failures.push({ field: "label", code: "field.personal_code" });
  else if (label.length > lineMaxLength) failures.push({ field: "label", code: "field.too_long" });
  const times = parseTimes(form);
  if (!times.ok) return fail([...failures, ...times.failure]);
  const stretches = freeStretches(times.value, taken, lengthInMinutes * minuteMs);
  if (stretches.length === 0) failures.push({ field: "start", code: "slot.none_free" });
  if (failures.length > 0) return fail(failures);
  return ok(
    stretches.map((span) => ({
      label: label.trim(),
      holder,
      slot: { ...span, place, adviser },
      lengthInMinutes,
      status: "open",
    })),
  );
};
