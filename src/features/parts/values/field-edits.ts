import type { FieldKind, FieldSet } from "#domain/fields/field.ts";
import { ownMember, type Json } from "#domain/json.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { kindOf } from "#domain/kinds/all.ts";
import { parsePath } from "#domain/fields/path.ts";
import type { RecordState } from "#domain/record.ts";
import type { Texts } from "#i18n/fi/all.ts";
import { wordOf } from "#i18n/words.ts";
import type { Sight } from "#store/sight.ts";
import type { Edit } from "#store/write.ts";

/** The verb that puts another value in place of a field's, or of one item's inside it. */
type ReplacingVerb = "set" | "text";

const replacingVerbs: Readonly<Record<FieldKind, ReplacingVerb | null>> = {
  register: "set",
  text: "text",
  set: "set",
  ticks: "set",
  // A count is only added to, and an entry belongs to its author.
  tally: null,
  notes: null,
};

/** How a value is replaced at a path of a record; `null` where it cannot be, and for a field or a kind of another version. */
export const replacingVerb = (record: RecordState | null, path: string): ReplacingVerb | null => {
  const declared: FieldSet = kindOf(record?.kind ?? "")?.fields ?? {};
  const field = ownMember(declared, parsePath(path).field);
  return field === undefined || field.writer === "endpoint" ? null : replacingVerbs[field.kind];
};

/** The edit that puts a value into a field in place of what is in sight. */
export const replacingEdit = (
  verb: ReplacingVerb,
  sight: Sight,
  field: string,
  value: Json,
): Edit =>
  verb === "text"
    ? { verb, sight, field, value: typeof value === "string" ? value : "" }
    : { verb, sight, field, value };

/** The word for what a path of a record of this kind names: an item goes by its field. */
export const fieldWord = (path: string, { conflicts }: Texts, kind?: string): string =>
  wordOf(wordsOfKind(conflicts, kind), parsePath(path).field);

const wordsOfKind = (
  { fields, allotmentFields, waitingFields }: Texts["conflicts"],
  kind?: string,
) => {
  if (kind === allotmentKind.name) return allotmentFields;
  return kind === waitingKind.name ? waitingFields : fields;
};
