import * as v from "valibot";
import { memberIdSchema, recordIdSchema } from "#domain/ids.ts";

const partnerSchema = v.object({
  item: v.string(),
  organisation: v.nullable(recordIdSchema),
  person: v.string(),
});

/** The form of an appointment as a draft keeps it: everything as it was typed. What an older version did not know is as it was then: one client alone. */
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
  form: v.optional(v.string(), "individual"),
  title: v.optional(v.string(), ""),
  capacity: v.optional(v.string(), ""),
  room: v.optional(v.string(), ""),
  needs: v.optional(v.array(v.string()), () => []),
  coLeaders: v.optional(v.array(memberIdSchema), () => []),
  partners: v.optional(v.array(partnerSchema), () => []),
});
