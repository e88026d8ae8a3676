import * as v from "valibot";
import { monthChoices, repeatChoices } from "#domain/series/repeat-form.ts";

/** How a booking repeats, as a draft keeps it. */
export const storedRepeatSchema = v.object({
  every: v.picklist(repeatChoices),
  interval: v.number(),
  weekdays: v.nullable(v.array(v.number())),
  month: v.picklist(monthChoices),
  ends: v.picklist(["count", "until"]),
  count: v.string(),
  until: v.string(),
});
