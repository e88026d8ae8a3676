import type { RecordId } from "#domain/ids.ts";
import type { FieldSet } from "#domain/fields/field.ts";
import { parsePath, readPath } from "#domain/fields/path.ts";
import { type Json, ownMember } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { Change } from "#domain/series/following.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Edit } from "#store/write.ts";

/** What becomes of several records, by their ids. */
export type ManyChanges = ReadonlyMap<RecordId, readonly Change[]>;

/** The edits that change records as they are seen now. What is not here any more is passed over. */
export const editsOf = (ledger: Ledger, changes: ManyChanges): Edit[] =>
  [...changes].flatMap(([id, fields]) => {
    const sight = ledger.sightOf(id);
    if (sight === null) return [];
    return fields.map(({ field, value }): Edit =>
      value === undefined ? { verb: "rem", sight, field } : { verb: "set", sight, field, value },
    );
  });

/** Of edits those whose record is still here: somebody may have deleted one since they were built. */
export const ofThoseHere = (ledger: Ledger, edits: readonly Edit[]): Edit[] =>
  edits.filter((edit) => edit.verb === "new" || ledger.shown(edit.sight.record) !== null);

/** The changes that put back what stands now in the fields of appointments that others change. */
export const backFrom = (ledger: Ledger, changes: ManyChanges): ManyChanges =>
  new Map(
    [...changes].map(([id, fields]) => [
      id,
      fields.map(({ field }): Change => {
        const value = readPath(ledger.shown(id)?.fields ?? {}, field);
        return { field, value: value ?? emptyAt(field) };
      }),
    ]),
  );

/** What stands where nobody has written yet: the empty value of a field, and no item. */
const emptyAt = (path: string): Json | undefined => {
  const { field, item } = parsePath(path);
  const fields: FieldSet = appointmentKind.fields;
  return item === null ? (ownMember(fields, field)?.empty ?? null) : undefined;
};
