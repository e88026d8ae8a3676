import type { MemberId } from "#domain/ids.ts";
import type { BookingForm } from "#domain/times/booking.ts";
import type { AppointmentRecord, Around } from "#features/appointment-view.ts";
import { slotFields } from "../form-times.ts";
import { phoneText } from "#features/phone-text.ts";

/** What the page's form holds: a booking's fields, and whose time it takes. */
export type DetailsForm = BookingForm & { readonly adviser: string };

/** Whose time the form takes. */
export const adviserOf = ({ adviser }: Pick<DetailsForm, "adviser">): MemberId | null =>
  adviser === "" ? null : (adviser as MemberId);

/** The form as the records say it now. */
export const formOf = (
  { values }: Pick<AppointmentRecord, "values">,
  { clients }: Pick<Around, "clients">,
): DetailsForm => {
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
  };
};

/**
 * Fields that are written together and therefore follow a change from outside together. `who` belongs partly to the
 * client's own record.
 */
const groups = {
  who: ["client", "name", "phone"],
  slot: ["date", "start", "end", "place", "channel", "adviser"],
  guidance: ["guidance"],
  language: ["language"],
  note: ["note"],
} as const satisfies Readonly<Record<string, readonly (keyof DetailsForm)[]>>;
export type Group = keyof typeof groups;
export const groupNames = Object.keys(groups) as readonly Group[];

export const isSameGroup = (group: Group, one: DetailsForm, other: DetailsForm): boolean =>
  groups[group].every((field) => one[field] === other[field]);

/** The fields of one group out of a form. */
export const groupOf = (group: Group, form: DetailsForm): Partial<DetailsForm> =>
  Object.fromEntries(groups[group].map((field) => [field, form[field]]));
