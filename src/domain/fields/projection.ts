import type { ScopeId } from "../ids.ts";
import { type Fields, ownMember } from "../json.ts";
import type { ScopeKind } from "../kind.ts";
import { kindOf } from "../kinds/all.ts";
import { parsePath } from "./path.ts";
import type { RecordState } from "../record.ts";

/**
 * A record as it may be seen in a scope that it is shared with: the fields of its kind's projection, and of its shares
 * none but this one. A kind that is never shared, or that this version does not know, shows nothing but that it is there.
 */
export const projectRecord = <R extends RecordState>(record: R, scope: ScopeId): R => ({
  ...record,
  shares: [scope],
  fields: projectFields(record.kind, record.fields),
});

/** The fields of a record of some kind that a scope beside its home sees. */
export const projectFields = (kind: string, fields: Fields): Fields => {
  const seen: Record<string, Fields[string]> = {};
  for (const name of kindOf(kind)?.shared?.reads ?? []) {
    const value = ownMember(fields, name);
    if (value !== undefined) seen[name] = value;
  }
  return seen;
};

/** Whether a field, named by an edit's path, is seen in scopes beside the record's home. */
export const isProjected = (kind: string, path: string): boolean =>
  kindOf(kind)?.shared?.reads.includes(parsePath(path).field) ?? false;

/** Whether records of a scope of this kind come there by sharing: then only their projection does. */
export const isSharedInto = (kind: ScopeKind): boolean => kind === "partner";
