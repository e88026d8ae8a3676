import * as v from "valibot";
import { recordIdSchema } from "#domain/ids.ts";

/** The form of an appointment as a draft keeps it: everything as it was typed. */
export const storedFormSchema = v.object({
  client: v.nullable(recordIdSchema),
  name: v.string(),
  phone: v.string(),
  guidance: v.string(),
  channel: v.string(),
  place: v.nullable(recordIdSchema),
  date: v.string(),
  start: v.string(),
  end: v.string(),
  language: v.string(),
  note: v.string(),
});
