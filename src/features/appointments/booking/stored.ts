import * as v from "valibot";
import { recordIdSchema } from "#domain/ids.ts";
import { isSameJson, type Json } from "#domain/json.ts";
import type { RepeatForm } from "#domain/series/repeat-form.ts";
import type { BookingFields } from "./booking-form.ts";
import { storedRepeatSchema } from "./repeat/stored-repeat.ts";
import { storedFormSchema } from "#features/parts/appointment-form/stored-form.ts";

/** Where the device keeps an unfinished booking. */
export const bookingDraftId = "booking";

/** An unfinished booking. `filledPhone` is the number that choosing a known client filled in. */
export type BookingDraft = {
  readonly form: BookingFields;
  readonly filledPhone: string;
  /** `null`: nothing repeats. */
  readonly repeat: RepeatForm | null;
};

const draftSchema = v.object({
  // Empty in what a version wrote that booked for its own adviser alone.
  form: v.object({
    ...storedFormSchema.entries,
    adviser: v.optional(v.string(), ""),
    roster: v.optional(
      v.array(v.object({ client: v.nullable(recordIdSchema), name: v.string() })),
      () => [],
    ),
    rosterName: v.optional(v.string(), ""),
  }),
  filledPhone: v.string(),
  repeat: v.optional(v.nullable(storedRepeatSchema), null),
});

/** Reads a draft; one that another version wrote otherwise counts as none. */
export const parseBookingDraft = (stored: Json | null): BookingDraft | null => {
  const parsed = v.safeParse(draftSchema, stored);
  return parsed.success ? parsed.output : null;
};

/** Whether somebody has written something that would be missed. */
export const isWorthKeeping = (form: BookingFields, starting: BookingFields): boolean =>
  (Object.keys(form) as (keyof BookingFields)[]).some(
    (field) => !isSameJson(form[field], starting[field]),
  );
