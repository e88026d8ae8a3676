import type { Json } from "#domain/json.ts";
import { readPath } from "#domain/fields/path.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Sight } from "#store/sight.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import type { Undo } from "#features/parts/values/replace-value.ts";

/** What becomes of one item of a record, by its path; `undefined`: it goes. */
export type ItemChange = { readonly path: string; readonly value: Json | undefined };

/** Changes items of a record over what was in sight when its form opened; the undo goes over what this wrote, and nothing else. */
export const changeItems = async (
  { ledger, write }: Store,
  sight: Sight,
  changes: readonly ItemChange[],
): Promise<Result<Undo, WriteFailure>> => {
  const shown = ledger.shown(sight.record);
  if (shown === null) return fail({ code: "record.gone" });
  const before = changes.map(({ path }) => ({ path, value: readPath(shown.fields, path) }));
  const written = await write(changes.map((change) => itemEdit(sight, change)));
  if (!written.ok) return written;
  const after = ledger.sightOf(sight.record);
  const back = after === null ? [] : before.map((change) => itemEdit(after, change));
  return ok(() => write(back));
};

const itemEdit = (sight: Sight, { path, value }: ItemChange): Edit =>
  value === undefined
    ? { verb: "rem", sight, field: path }
    : { verb: "set", sight, field: path, value };
