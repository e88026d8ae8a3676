import type { RecordId } from "#domain/ids.ts";
import { type Fields, ownMember } from "#domain/json.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Sight } from "#store/sight.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import { replacingEdit, replacingVerb } from "./field-edits.ts";
import type { Undo } from "./replace-value.ts";

/** Writes several fields of a record in one save; the undo puts all of them back over what was written here. */
export const writeFields = async (
  { ledger, write }: Store,
  record: RecordId,
  fields: Fields,
  sightOfField: (field: string) => Sight | null = () => ledger.sightOf(record),
): Promise<Result<Undo, WriteFailure>> => {
  const before = ledger.shown(record);
  if (before === null) return fail({ code: "record.gone" });
  const editsTo = (to: Fields, sightOf: (field: string) => Sight | null): Edit[] =>
    Object.entries(to).flatMap(([field, value]) => {
      const verb = replacingVerb(before, field);
      const sight = sightOf(field);
      return verb === null || sight === null ? [] : [replacingEdit(verb, sight, field, value)];
    });
  const written = await write(editsTo(fields, sightOfField));
  if (!written.ok) return written;
  const old = Object.fromEntries(
    Object.keys(fields).map((field) => [field, ownMember(before.fields, field) ?? null]),
  );
  const sight = ledger.sightOf(record);
  const back = editsTo(old, () => sight);
  return ok(() => write(back));
};
