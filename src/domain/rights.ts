import type { RefusalCode } from "./failure.ts";
import { checkValue, type FieldSet } from "./field.ts";
import type { RecordId, ScopeId } from "./ids.ts";
import { type Json, ownMember } from "./json.ts";
import { hasPersonalCode, hasPersonalCodeInside } from "./personal-code.ts";
import type { HomeKind, Kind, Role, WriterRule } from "./kind.ts";
import { kindOf } from "./kinds/all.ts";
import type { Op } from "./op.ts";
import { fail, ok, type Result } from "./result.ts";

/** A member as the rules see one: the scopes the member belongs to, with the kind of each and the member's role in it. */
export type Membership = {
  readonly member: string;
  readonly scopes: ReadonlyMap<ScopeId, { readonly kind: HomeKind; readonly role: Role }>;
};

/** What of the record's present state the rules need. */
export type Target = { readonly id: RecordId; readonly kind: string; readonly home: ScopeId };

/**
 * Whether a member may make this edit, and whether its value is one the field can hold. Both ends ask: the device before
 * it writes, the endpoint before it merges. For `new`, `target` is what the edit would make.
 * Fails with `edit.not_allowed` outside the member's scopes or against the kind's rule, `edit.personal_code` for a
 * personal identity code anywhere in the value or in a field's name, `edit.value_invalid` for a value the field cannot hold.
 * Kinds of another version follow the rule of ordinary records: any member of the home scope writes them.
 */
export const checkOp = (
  membership: Membership,
  target: Target,
  op: Op,
): Result<true, RefusalCode> => {
  const scope = membership.scopes.get(target.home);
  if (scope === undefined) return fail("edit.not_allowed");
  const kind = kindOf(target.kind);
  if (kind === undefined) return checkUnknownKind(op);
  const rule = op.verb === "new" || op.verb === "del" ? kind.creators : kind.editors;
  const isHome = op.verb !== "new" || kind.home === scope.kind;
  if (!isHome || !follows(rule, scope.role, membership.member === target.id)) {
    return fail("edit.not_allowed");
  }
  return checkContent(kind, op);
};

const follows = (rule: WriterRule, role: Role, isSelf: boolean): boolean => {
  switch (rule) {
    case "member":
      return true;
    case "coordinator":
      return role === "coordinator";
    case "self":
      return isSelf || role === "coordinator";
    case "endpoint":
      return false;
    default:
      return rule satisfies never;
  }
};

const checkContent = (kind: Kind, op: Op): Result<true, RefusalCode> => {
  if (op.verb === "new") {
    for (const [field, value] of Object.entries(op.value.fields)) {
      const checked = checkField(kind.fields, field, value);
      if (!checked.ok) return checked;
    }
  } else if ((op.verb === "set" || op.verb === "text") && op.field !== undefined) {
    const declared = ownMember(kind.fields, op.field);
    const isRightVerb =
      declared === undefined || (declared.kind === "text") === (op.verb === "text");
    return isRightVerb ? checkField(kind.fields, op.field, op.value) : fail("edit.value_invalid");
  }
  return ok(true);
};

const checkField = (fields: FieldSet, name: string, value: Json): Result<true, RefusalCode> => {
  const checked = checkValue(fields, name, value);
  if (checked.ok) return ok(true);
  return fail(
    checked.failure === "field.personal_code" ? "edit.personal_code" : "edit.value_invalid",
  );
};

const checkUnknownKind = (op: Op): Result<true, RefusalCode> => {
  const content = op.verb === "new" ? op.value.fields : "value" in op ? (op.value ?? null) : null;
  const field = "field" in op ? (op.field ?? "") : "";
  return hasPersonalCode(field) || hasPersonalCodeInside(content)
    ? fail("edit.personal_code")
    : ok(true);
};
