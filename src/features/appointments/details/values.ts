import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { slotFields } from "#features/parts/appointment-form/form-times.ts";
import type { AppointmentForm } from "#features/parts/appointment-form/appointment-form.ts";
import { isSameJson } from "#domain/json.ts";
import { phoneText } from "#features/parts/values/phone-text.ts";

/** The form as the records say it now. */
export const formOf = (
  { values }: Pick<AppointmentRecord, "values">,
  { clients }: Pick<Around, "clients">,
): AppointmentForm => {
  const client = values.client === null ? undefined : clients.get(values.client)?.values;
  return {
    ...slotFields(values.slot),
    client: values.client,
    name: client?.name ?? "",
    phone: phoneText(client?.phone ?? ""),
    guidance: values.guidance,
    channel: values.channel,
    place: values.slot.place,
    language: values.language,
    note: values.note,
    adviser: values.slot.adviser ?? "",
    room: values.slot.room ?? "",
    form: values.form,
    title: values.title,
    capacity: values.capacity === null ? "" : String(values.capacity),
    needs: values.needs,
    coLeaders: Object.values(values.coLeaders).map(({ member }) => member),
    partners: Object.entries(values.partners).map(([item, { organisation, person }]) => ({
      item,
      organisation,
      person,
    })),
  };
};

/**
 * Fields that are written together and therefore follow a change from outside together. `who` belongs partly to the
 * client's own record.
 */
const groups = {
  who: ["client", "name", "phone"],
  slot: ["date", "start", "end", "place", "room", "channel", "adviser"],
  meeting: ["form", "title", "capacity"],
  needs: ["needs"],
  coLeaders: ["coLeaders"],
  partners: ["partners"],
  guidance: ["guidance"],
  language: ["language"],
  note: ["note"],
} as const satisfies Readonly<Record<string, readonly (keyof AppointmentForm)[]>>;
export type Group = keyof typeof groups;
export const groupNames = Object.keys(groups) as readonly Group[];

export const isSameGroup = (group: Group, one: AppointmentForm, other: AppointmentForm): boolean =>
  groups[group].every((field) => isSameJson(one[field], other[field]));

/** The fields of one group out of a form. */
export const groupOf = (group: Group, form: AppointmentForm): Partial<AppointmentForm> =>
  Object.fromEntries(groups[group].map((field) => [field, form[field]]));
