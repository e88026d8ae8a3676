import * as v from "valibot";
import type { BookingForm } from "#domain/times/booking.ts";
import type { Json } from "#domain/json.ts";
import { storedFormSchema } from "../stored-form.ts";

/** Where the device keeps an unfinished booking. */
export const bookingDraftId = "booking";

/** An unfinished booking. `filledPhone` is the number that choosing a known client filled in. */
export type BookingDraft = { readonly form: BookingForm; readonly filledPhone: string };

const draftSchema = v.object({
  form: storedFormSchema,
  filledPhone: v.string(),
});

/** Reads a draft; one that another version wrote otherwise counts as none. */
export const parseBookingDraft = (stored: Json | null): BookingDraft | null => {
  const parsed = v.safeParse(draftSchema, stored);
  return parsed.success ? parsed.output : null;
};

/** Whether somebody has written something that would be missed. */
export const isWorthKeeping = (form: BookingForm, starting: BookingForm): boolean =>
  (Object.keys(form) as (keyof BookingForm)[]).some((field) => form[field] !== starting[field]);
