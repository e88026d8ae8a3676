import type { RecordId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import { readPath } from "#domain/fields/path.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import { replacingEdit, replacingVerb } from "./field-edits.ts";

/** Takes back what was written; what others have changed since is merged with it or shown. */
export type Undo = () => Promise<Result<true, WriteFailure>>;

/** Puts a value into a field in place of what is seen there now, by an ordinary edit. */
export const replaceValue = async (
  { ledger, write }: Store,
  record: RecordId,
  field: string,
  value: Json,
): Promise<Result<Undo, WriteFailure>> => {
  const shown = ledger.shown(record);
  const verb = replacingVerb(shown, field);
  const editTo = (to: Json): Edit[] => {
    const sight = ledger.sightOf(record);
    return verb === null || sight === null ? [] : [replacingEdit(verb, sight, field, to)];
  };
  const edits = editTo(value);
  if (shown === null || edits.length === 0) return fail({ code: "record.gone" });
  const written = await write(edits);
  if (!written.ok) return written;
  const back = editTo(readPath(shown.fields, field) ?? null);
  return ok(() => write(back));
};
