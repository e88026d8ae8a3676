import type { FieldFailure } from "../failure.ts";
import { writingFailure } from "../fields/writing.ts";
import type { MemberId } from "../ids.ts";
import { capacityMax, type Partner, type WrittenAppointment } from "../kinds/appointment.ts";
import { needCodes } from "../kinds/appointment-codes.ts";
import { partsOfForm } from "../kinds/appointment-forms.ts";
import { fail, ok, type Result } from "../result.ts";

/** A partner as a form holds one, with the name of its item. */
export type FormPartner = Partner & { readonly item: string };

/** What a form holds of how many meet and who leads: `capacity` as it was typed, `room` empty for none. */
export type MeetingForm = {
  readonly form: string;
  readonly title: string;
  readonly capacity: string;
  readonly room: string;
  readonly needs: readonly string[];
  readonly coLeaders: readonly MemberId[];
  readonly partners: readonly FormPartner[];
};

/** One client alone: what a form starts from. */
export const individualMeeting: MeetingForm = {
  form: "individual",
  title: "",
  capacity: "",
  room: "",
  needs: [],
  coLeaders: [],
  partners: [],
};

/** What of an appointment a {@link MeetingForm} says; whatever is empty, or no part of its form, is left out. */
export type Meeting = Pick<
  WrittenAppointment,
  "form" | "title" | "capacity" | "needs" | "coLeaders" | "partners"
>;

/**
 * Reads what a form says of how many meet. Every field that is wrong is named once: `field.required` for a group without a
 * title, `field.too_long` and `field.personal_code` for the title and the partners, `field.value_invalid` for a number of
 * places that is none from 1 to `capacityMax`.
 */
export const parseMeeting = (form: MeetingForm): Result<Meeting, readonly FieldFailure[]> => {
  const parts = partsOfForm(form.form);
  const failures: FieldFailure[] = [];
  const check = (field: string, code: FieldFailure["code"] | null) => {
    if (code !== null) failures.push({ field, code });
  };
  const title = parts.title === "none" ? "" : form.title.trim();
  if (parts.title === "required" && title === "") check("title", "field.required");
  else check("title", writingFailure(title));
  const capacity = parts.capacity ? parseCapacity(form.capacity) : null;
  if (capacity === "wrong") check("capacity", "field.value_invalid");
  const partners = parts.partners ? saidPartners(form.partners) : [];
  check("partners", partners.map(({ person }) => writingFailure(person)).find(Boolean) ?? null);
  if (failures.length > 0 || capacity === "wrong") return fail(failures);
  const coLeaders = parts.coLeaders ? form.coLeaders : [];
  const needs = sortNeeds(form.needs);
  return ok({
    ...(form.form === "individual" ? {} : { form: form.form }),
    ...(title === "" ? {} : { title }),
    ...(capacity === null ? {} : { capacity }),
    ...(needs.length === 0 ? {} : { needs }),
    ...(coLeaders.length === 0
      ? {}
      : { coLeaders: Object.fromEntries(coLeaders.map((member) => [member, { member }])) }),
    ...(partners.length === 0
      ? {}
      : { partners: Object.fromEntries(partners.map(({ item, ...partner }) => [item, partner])) }),
  });
};

/** The partners of a form that say somebody. */
const saidPartners = (partners: readonly FormPartner[]): FormPartner[] =>
  partners
    .map((partner) => ({ ...partner, person: partner.person.trim() }))
    .filter(({ organisation, person }) => organisation !== null || person !== "");

/** The places of a group as typed, from 1 to `capacityMax`; `null` for nothing. */
export const parseCapacity = (typed: string): number | null | "wrong" => {
  const written = typed.trim();
  if (written === "") return null;
  const places = /^\d{1,4}$/.test(written) ? Number(written) : 0;
  return places >= 1 && places <= capacityMax ? places : "wrong";
};

/** Needs in one order, each once: whoever ticks the same ones writes the same value. Codes of another version come last. */
export const sortNeeds = (needs: readonly string[]): string[] => {
  const known: readonly string[] = needCodes;
  const others = needs.filter((need) => !known.includes(need)).sort();
  return [...known.filter((need) => needs.includes(need)), ...new Set(others)];
};
