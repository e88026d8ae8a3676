import type { RecordId } from "#domain/ids.ts";
import { isRemote } from "#domain/kinds/appointment-codes.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import type { AppointmentForm } from "./appointment-form.ts";

/** Another form of meeting: what has to be at a place is not a call any more, and a first partner can be written at once. */
export const withForm = (
  values: AppointmentForm,
  form: string,
  makeItem: () => RecordId,
): Partial<AppointmentForm> => {
  const parts = partsOfForm(form);
  const isAsked = form === "joint" && values.partners.length === 0;
  return {
    form,
    ...(parts.meetsThere && isRemote(values.channel) ? { channel: "visit" } : {}),
    ...(isAsked ? { partners: [{ item: makeItem(), organisation: null, person: "" }] } : {}),
  };
};

/** Codes in the order of a screen; one that is not offered, such as of another version, stays among the choices. */
export const withPresent = (codes: readonly string[], present: string): string[] =>
  codes.includes(present) ? [...codes] : [...codes, present];
