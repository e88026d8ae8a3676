import * as v from "valibot";
import { recordIdSchema } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import type { WaitingForm } from "#domain/waiting/waiting-form.ts";

const list = v.array(v.string());
const formSchema = v.object({
  client: v.nullable(recordIdSchema),
  name: v.string(),
  phone: v.string(),
  language: v.string(),
  guidance: v.string(),
  channel: v.string(),
  length: v.string(),
  places: list,
  municipalities: list,
  when: list,
  asked: v.string(),
  latest: v.string(),
  note: v.string(),
});

/** Reads an unfinished entry; what another version wrote otherwise counts as none. */
export const parseNewDraft = (stored: Json | null): WaitingForm | null => {
  const parsed = v.safeParse(formSchema, stored);
  return parsed.success ? parsed.output : null;
};
