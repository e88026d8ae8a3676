import { line, link } from "../fields/field.ts";
import type { RecordId } from "../ids.ts";
import type { Kind } from "../kind.ts";

/** A member of the area as colleagues see them. The record's id is the member's; `team` is the id of the team's record. */
export type Adviser = { readonly name: string; readonly team: RecordId | null };

export const adviserKind: Kind<"adviser", Adviser> = {
  name: "adviser",
  home: "area",
  creators: "endpoint",
  editors: "self",
  fields: { name: line(), team: link() },
};
