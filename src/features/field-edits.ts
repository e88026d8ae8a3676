import { ownMember, type Json } from "#domain/json.ts";
import { kindOf } from "#domain/kinds/all.ts";
import type { RecordState } from "#domain/record.ts";
import type { Sight } from "#store/ledger.ts";
import type { Edit } from "#store/write.ts";

/** How this version edits a field of a record; `null` for a field or a kind of another version. */
export const fieldKindOf = (
  record: RecordState | null,
  field: string,
): "register" | "text" | null => {
  const declared = kindOf(record?.kind ?? "")?.fields ?? {};
  const kind = ownMember(declared, field)?.kind;
  return kind === "register" || kind === "text" ? kind : null;
};

/** The edit that puts a value into a field in place of what is in sight. */
export const valueEdit = (
  kind: "register" | "text",
  sight: Sight,
  field: string,
  value: Json,
): Edit =>
  kind === "text"
    ? { verb: "text", sight, field, value: typeof value === "string" ? value : "" }
    : { verb: "set", sight, field, value };
