import { readPath } from "#domain/fields/path.ts";
import type { Json } from "#domain/json.ts";
import type { Conflict } from "#domain/kinds/conflict.ts";
import type { RecordState } from "#domain/record.ts";

/** What stands in the field now; it may have changed again since the conflict. `shown` is the record the conflict is about. */
export const presentValue = (shown: RecordState | null, { field, kept }: Conflict): Json =>
  shown === null ? kept : (readPath(shown.fields, field) ?? null);
