import type { Lineage } from "#domain/era.ts";
import { checkValue, type FieldSet, text, textMaxLength } from "#domain/fields/field.ts";
import type { ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { type Json, ownMember } from "#domain/json.ts";
import { kindOf } from "#domain/kinds/all.ts";
import { applyOp, textOfField } from "#domain/merge/apply.ts";
import type { Entity } from "#domain/merge/entity.ts";
import { type Applied, refused } from "#domain/merge/standing.ts";
import type { Author, Op } from "#domain/op.ts";
import { checkOp, type Membership } from "#domain/rights.ts";
import { sha256 } from "../sha256.ts";
import { isTooDeep } from "./depth.ts";
import { closedConflictFields } from "./make.ts";
import { hasTooManyStamps, isTooLarge } from "./size.ts";
import type { Texts } from "./texts.ts";

/** Who made an edit, with which rights, and when (corrected time). */
export type EditContext = {
  readonly author: Author;
  readonly membership: Membership;
  readonly at: Instant;
  readonly texts: Texts;
  /** The scopes that records may be shared with. */
  readonly partners: ReadonlySet<ScopeId>;
  readonly lineage: Lineage;
};

/**
 * Decides what becomes of one edit on the present state of its record: rights, value, merge, size. Changes nothing.
 * An edit that would make its record, or a conflict record about it, larger than `recordMaxBytes` is refused with
 * `edit.value_invalid`.
 */
export const judgeOp = (entity: Entity | null, op: Op, context: EditContext): Applied => {
  if (isTooDeep(contentOf(op))) return refused("edit.value_invalid");
  const target = op.verb === "new" ? { id: op.record, shares: [], ...op.value } : entity;
  if (target === null) return refused("edit.record_unknown");
  const allowed = checkOp(context.membership, target, op, context.at);
  if (!allowed.ok) return refused(allowed.failure);
  if (op.verb === "share" && !context.partners.has(op.scope)) return refused("edit.value_invalid");
  const applied =
    op.verb === "text"
      ? judgeText(entity, target.kind, op, context)
      : applyOp(entity, op, { ...context, textOf: () => undefined });
  return op.verb === "del" || isKeepable(applied) ? applied : refused("edit.value_invalid");
};

const contentOf = (op: Op): Json => {
  if (op.verb === "new") return op.value.fields;
  return "value" in op ? op.value : null;
};

/**
 * A text that the device sends along as the one it started from counts only if it has the hash the edit names; else the
 * edit is refused with `edit.value_invalid`, for asking again would bring the same.
 * A text that no kind declares is held to what every text is held to: each merge keeps its versions whole, so without a
 * limit a push of many small additions would be kept as the square of its size.
 */
const judgeText = (
  entity: Entity | null,
  kind: string,
  op: TextOp,
  context: EditContext,
): Applied => {
  const declaredFields: FieldSet = kindOf(kind)?.fields ?? {};
  const declared = ownMember(declaredFields, op.field);
  const fieldSet: FieldSet = { [op.field]: declared ?? text() };
  const isWritable = (value: Json) => checkValue(fieldSet, op.field, value).ok;
  const isBaseTooLong = declared === undefined && (op.base?.length ?? 0) > textMaxLength;
  if (isBaseTooLong || !isWritable(op.value)) return refused("edit.value_invalid");
  const base = baseOf(entity, op, context.texts);
  if (base === undefined && op.base !== undefined) return refused("edit.value_invalid");
  const applied = applyOp(entity, op, { ...context, textOf: () => base });
  if (!isStanding(applied)) return applied;
  // Two texts that are each short enough can merge into one that is too long for its field.
  const merged = applied.entity.fields[op.field] ?? null;
  return isWritable(merged) ? applied : refused("edit.value_invalid");
};

type TextOp = Extract<Op, { verb: "text" }>;

const baseOf = (entity: Entity | null, op: TextOp, texts: Texts): string | undefined => {
  const present = textOfField(entity?.fields[op.field]);
  if (sha256(present) === op.hash) return present;
  const known = texts.find(op.record, op.field, op.hash);
  if (known !== undefined) return known;
  return op.base !== undefined && sha256(op.base) === op.hash ? op.base : undefined;
};

const isStanding = (applied: Applied): applied is Standing =>
  applied.result !== "refused" && applied.result !== "needs-base";

type Standing = Extract<Applied, { readonly entity: Entity }>;

/** Whether the record may become as large as the edit makes it, and each conflict record stay so once it is closed. */
const isKeepable = (applied: Applied): boolean => {
  if (!isStanding(applied)) return true;
  const { entity, clashes } = applied;
  return (
    !isTooLarge(entity.fields) &&
    !hasTooManyStamps(entity.stamps) &&
    !clashes.some((clash) => isTooLarge(closedConflictFields(entity.id, clash)))
  );
};
