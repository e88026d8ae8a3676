import type { Json } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Conflict } from "#domain/kinds/conflict.ts";
import type { AppointmentRecord, Around } from "#features/appointment-view.ts";
import type { ConflictRecord } from "#features/open-conflicts.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";

/** Whether a field is free writing, which can hold both versions. */
export const isWriting = (field: string): boolean =>
  [appointmentKind, clientKind].some(
    ({ fields }) => Object.entries(fields).find(([name]) => name === field)?.[1].kind === "text",
  );

/** What stands in the field now; it may have changed again since the conflict. */
export const presentValue = (
  { record, field, kept }: Conflict,
  appointment: AppointmentRecord,
  { clients }: Pick<Around, "clients">,
): Json => {
  const target = record === appointment.id ? appointment : record && clients.get(record);
  const values: Readonly<Record<string, Json>> | null | undefined = target?.values;
  return values?.[field] ?? kept;
};

/** The one save that settles a conflict: the chosen value, unless the present one stays, and the conflict closed. */
export const closingEdits = (
  { ledger }: Store,
  { id, values }: ConflictRecord,
  present: Json,
  choice: "use" | "append" | "keep",
): Edit[] => {
  const edits: Edit[] = [];
  const target = values.record === null ? null : ledger.sightOf(values.record);
  const { field, lost } = values;
  if (choice !== "keep" && target !== null) {
    if (!isWriting(field)) edits.push({ verb: "set", sight: target, field, value: lost });
    else {
      const other = typeof lost === "string" ? lost : "";
      const before = typeof present === "string" ? present : "";
      const value = choice === "append" && before !== "" ? `${before}\n${other}` : other;
      edits.push({ verb: "text", sight: target, field, value });
    }
  }
  const sight = ledger.sightOf(id);
  if (sight !== null) edits.push({ verb: "set", sight, field: "state", value: "closed" });
  return edits;
};
