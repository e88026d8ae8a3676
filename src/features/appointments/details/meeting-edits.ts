import { isSameJson, type Json } from "#domain/json.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { type Meeting, sortNeeds } from "#domain/times/meeting.ts";
import type { Sight } from "#store/sight.ts";
import type { Edit } from "#store/write.ts";
import type { AppointmentForm } from "#features/parts/appointment-form/appointment-form.ts";
import type { Sights } from "./sights.ts";

/** What of how many meet was changed. Parts that the form has no more stay in the record as they are: nobody has changed them. */
export const meetingEdits = (
  form: AppointmentForm,
  base: AppointmentForm,
  meeting: Meeting,
  sights: Sights,
): Edit[] => {
  const parts = partsOfForm(form.form);
  const edits: Edit[] = [];
  const set = (field: string, value: Json, { appointment: sight }: { appointment: Sight }) =>
    edits.push({ verb: "set", sight, field, value });
  if (form.form !== base.form) set("form", form.form, sights.meeting);
  if (parts.title !== "none" && form.title !== base.title) {
    set("title", meeting.title ?? "", sights.meeting);
  }
  if (parts.capacity && form.capacity !== base.capacity) {
    set("capacity", meeting.capacity ?? null, sights.meeting);
  }
  if (!isSameJson(sortNeeds(form.needs), sortNeeds(base.needs))) {
    set("needs", meeting.needs ?? [], sights.needs);
  }
  if (parts.coLeaders) {
    const before = Object.fromEntries(base.coLeaders.map((member) => [member, { member }]));
    edits.push(
      ...itemEdits("coLeaders", before, meeting.coLeaders ?? {}, sights.coLeaders.appointment),
    );
  }
  if (parts.partners) {
    const before = Object.fromEntries(base.partners.map(({ item, ...partner }) => [item, partner]));
    edits.push(
      ...itemEdits("partners", before, meeting.partners ?? {}, sights.partners.appointment),
    );
  }
  return edits;
};

type ItemValues = { readonly [item: string]: Json };

/** The edits that make items of one field into others: each by itself, so that others may change other items meanwhile. */
const itemEdits = (field: string, before: ItemValues, after: ItemValues, sight: Sight): Edit[] => {
  const gone = Object.keys(before).filter((item) => !Object.hasOwn(after, item));
  const changed = Object.entries(after).filter(([item, value]) => !isSameJson(before[item], value));
  return [
    ...gone.map((item): Edit => ({ verb: "rem", sight, field: `${field}.${item}` })),
    ...changed.map(([item, value]): Edit => ({
      verb: "set",
      sight,
      field: `${field}.${item}`,
      value,
    })),
  ];
};
