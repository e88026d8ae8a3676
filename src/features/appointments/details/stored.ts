import * as v from "valibot";
import { opIdSchema, recordIdSchema } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Sight } from "#store/sight.ts";
import type { AppointmentForm } from "#features/parts/appointment-form/appointment-form.ts";
import { storedFormSchema } from "#features/parts/appointment-form/stored-form.ts";
import type { GroupSight, Sights } from "./sights.ts";
import { groupNames, isSameGroup } from "./values.ts";

/** Another client than the appointment had, as the form found it. */
export type Chosen = { readonly sight: Sight; readonly phone: string };

/** Unsaved changes of an appointment: what was typed, over what, and what was in sight of it then. */
export type DetailsDraft = {
  readonly form: AppointmentForm;
  readonly base: AppointmentForm;
  readonly sights: Partial<Sights>;
  readonly isNewClient: boolean;
  readonly chosen: Chosen | null;
};

const seenSchema = v.union([
  v.strictObject({ ver: v.number() }),
  v.strictObject({ after: opIdSchema }),
]);
const sightSchema = v.object({
  record: recordIdSchema,
  seen: v.record(v.string(), seenSchema),
  texts: v.record(v.string(), v.string()),
});
const groupSightSchema = v.object({ appointment: sightSchema, client: v.nullable(sightSchema) });
const formSchema = v.object({ ...storedFormSchema.entries, adviser: v.string() });
const draftSchema = v.object({
  form: formSchema,
  base: formSchema,
  sights: v.record(v.picklist(groupNames), groupSightSchema),
  isNewClient: v.boolean(),
  chosen: v.nullable(v.object({ sight: sightSchema, phone: v.string() })),
});

/** Reads unsaved changes; what another version wrote otherwise counts as none. */
export const parseDetailsDraft = (stored: Json | null): DetailsDraft | null => {
  const parsed = v.safeParse(draftSchema, stored);
  if (!parsed.success) return null;
  const { sights, chosen, ...rest } = parsed.output;
  const opened = Object.entries(sights).map(([group, { appointment, client }]) => [
    group,
    { appointment: openSight(appointment), client: client && openSight(client) },
  ]);
  return {
    ...rest,
    sights: Object.fromEntries(opened) as Partial<Sights>,
    chosen: chosen && { ...chosen, sight: openSight(chosen.sight) },
  };
};

/** Writes unsaved changes down; groups that nobody touched need no sight. */
export const storeDetailsDraft = ({
  form,
  base,
  sights,
  isNewClient,
  chosen,
}: DetailsDraft & { readonly sights: Sights }): Json => ({
  form: { ...form },
  base: { ...base },
  sights: Object.fromEntries(
    groupNames
      .filter((group) => !isSameGroup(group, form, base))
      .map((group) => [group, storeGroupSight(sights[group], itemPaths(base))]),
  ),
  isNewClient,
  chosen: chosen && { sight: storeSight(chosen.sight, []), phone: chosen.phone },
});

/** The items that the form had when it last followed the record: each is judged by itself. */
const itemPaths = ({ coLeaders, partners }: AppointmentForm): string[] => [
  ...coLeaders.map((member) => `coLeaders.${member}`),
  ...partners.map(({ item }) => `partners.${item}`),
];

const storeGroupSight = ({ appointment, client }: GroupSight, paths: readonly string[]): Json => ({
  appointment: storeSight(appointment, paths),
  client: client && storeSight(client, []),
});

const fieldNames = [
  ...new Set([appointmentKind, clientKind].flatMap(({ fields }) => Object.keys(fields))),
];

const storeSight = (sight: Sight, paths: readonly string[]): Json => ({
  record: sight.record,
  seen: Object.fromEntries(
    [...fieldNames, ...paths].map((field) => [field, { ...sight.seenOf(field) }]),
  ),
  texts: { note: sight.textOf("note") },
});

const openSight = ({ record, seen, texts }: v.InferOutput<typeof sightSchema>): Sight => ({
  record,
  seenOf: (field) => seen[field] ?? { ver: 0 },
  textOf: (field) => texts[field] ?? "",
});
