import { checkContent } from "./fields/content.ts";
import type { RefusalCode } from "./failure.ts";
import type { RecordId, ScopeId } from "./ids.ts";
import type { Instant } from "./instant.ts";
import { noteOpenMs, readNote } from "./fields/item-fields.ts";
import type { FieldSet } from "./fields/field.ts";
import { type Fields, ownMember } from "./json.ts";
import type { Kind, Role, ScopeKind, WriterRule } from "./kind.ts";
import { kindOf } from "./kinds/all.ts";
import { conflictKind, readClosing } from "./kinds/conflict.ts";
import type { Op } from "./op.ts";
import { parsePath, readPath } from "./fields/path.ts";
import { fail, ok, type Result } from "./result.ts";

/** A member as the rules see one: the scopes the member belongs to, with the kind of each and the member's role in it. */
export type Membership = {
  readonly member: string;
  readonly scopes: ReadonlyMap<ScopeId, { readonly kind: ScopeKind; readonly role: Role }>;
};

/** What of the record's present state the rules need. */
export type Target = {
  readonly id: RecordId;
  readonly kind: string;
  readonly home: ScopeId;
  readonly shares: readonly ScopeId[];
  readonly fields: Fields;
};

/**
 * Whether a member may make this edit, and whether its value is one the field can hold. Both ends ask: the device before
 * it writes, the endpoint before it merges. For `new`, `target` is what the edit would make; `at` is when it was made.
 * Fails with `edit.not_allowed` outside the member's scopes, against the kind's rule or on a field that only the endpoint
 * writes, and with the failures of {@link checkContent}.
 * In a scope that the record is shared with, only the fields of the kind's projection that are declared writable can be
 * edited, and nothing made, deleted or shared on. Kinds of another version follow the rule of ordinary records: any member
 * of the home scope writes them, and they are not shared.
 */
export const checkOp = (
  membership: Membership,
  target: Target,
  op: Op,
  at: Instant,
): Result<true, RefusalCode> => {
  const kind = kindOf(target.kind);
  const home = membership.scopes.get(target.home);
  const isAllowed =
    home === undefined
      ? isAllowedToPartner(membership, kind, target, op)
      : isAllowedAtHome(membership, kind, target, op, home);
  if (
    !isAllowed ||
    namedFields(op).some((field) => isEndpointsField(kind, field)) ||
    !isOwnNote(membership, kind, target, op, at) ||
    !isOwnClosing(membership, kind, op)
  ) {
    return fail("edit.not_allowed");
  }
  const content = checkContent(kind, op);
  return content.ok ? ok(true) : content;
};

const isAllowedAtHome = (
  membership: Membership,
  kind: Kind | undefined,
  target: Target,
  op: Op,
  home: { readonly kind: ScopeKind; readonly role: Role },
): boolean => {
  // Records live with teams, areas and persons; what a partner gets, it gets by sharing.
  if (op.verb === "new" && (home.kind === "partner" || (kind?.home ?? home.kind) !== home.kind)) {
    return false;
  }
  const isShare = op.verb === "share" || op.verb === "unshare";
  if (kind === undefined) return !isShare;
  if (isShare && kind.shared === undefined) return false;
  const rule = op.verb === "new" || op.verb === "del" ? kind.creators : kind.editors;
  return follows(rule, home.role, membership.member === target.id);
};

const isAllowedToPartner = (
  membership: Membership,
  kind: Kind | undefined,
  target: Target,
  op: Op,
): boolean =>
  kind?.shared !== undefined &&
  op.verb !== "new" &&
  "field" in op &&
  target.shares.some((scope) => membership.scopes.has(scope)) &&
  kind.shared.writes.includes(parsePath(op.field).field);

/** The fields that an edit gives a value. */
const namedFields = (op: Op): readonly string[] => {
  if (op.verb === "new") return Object.keys(op.value.fields);
  return "field" in op ? [parsePath(op.field).field] : [];
};

const isEndpointsField = (kind: Kind | undefined, name: string): boolean => {
  const fields: FieldSet = kind?.fields ?? {};
  return ownMember(fields, name)?.writer === "endpoint";
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

/** A conflict is closed in one's own name. */
const isOwnClosing = ({ member }: Membership, kind: Kind | undefined, op: Op): boolean =>
  kind?.name !== conflictKind.name ||
  op.verb !== "set" ||
  op.field !== "closed" ||
  (readClosing(op.value)?.by ?? member) === member;

/** An entry of a list of notes is written in one's own name, and changed by nobody else and only for a while. */
const isOwnNote = (
  { member }: Membership,
  kind: Kind | undefined,
  target: Target,
  op: Op,
  at: Instant,
): boolean => {
  if (op.verb !== "add" && op.verb !== "set") return true;
  if (kind === undefined || kind.fields[parsePath(op.field).field]?.kind !== "notes") return true;
  // What is no entry at all is for the check of its content.
  if ((readNote(op.value)?.by ?? member) !== member) return false;
  if (op.verb === "add") return true;
  const present = readNote(readPath(target.fields, op.field));
  return present?.by === member && at - present.at <= noteOpenMs;
};
