import { readPath } from "#domain/fields/path.ts";
import { isSameJson } from "#domain/json.ts";
import { fieldsOfMove } from "#domain/series/landing.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Edit } from "#store/write.ts";

/** An edit that replaces a field or an item, or removes it. */
type FieldEdit = Extract<Edit, { readonly verb: "set" | "rem" }>;

/**
 * Of edits that take a save back (`written`) those whose field still says what the save wrote. Where a time stands
 * elsewhere since, what went with its move stays as well: it is told of where the time is now.
 */
export const ofThoseAsWritten = (
  ledger: Ledger,
  written: readonly Edit[],
  edits: readonly Edit[],
): Edit[] => {
  const stands = (edit: FieldEdit): boolean => {
    const shown = ledger.shown(edit.sight.record);
    const value = edit.verb === "set" ? edit.value : null;
    return shown !== null && isSameJson(readPath(shown.fields, edit.field) ?? null, value);
  };
  return edits.filter((edit) => {
    if (!isOfField(edit)) return false;
    const ofRecord = written
      .filter(isOfField)
      .filter(({ sight }) => sight.record === edit.sight.record);
    const isOfMove = fieldsOfMove.includes(edit.field);
    const before = ofRecord.filter(
      ({ field }) => field === edit.field || (isOfMove && field === "slot"),
    );
    return before.length > 0 && before.every(stands);
  });
};

const isOfField = (edit: Edit): edit is FieldEdit => edit.verb === "set" || edit.verb === "rem";
