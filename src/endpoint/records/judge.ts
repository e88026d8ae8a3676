import type { RefusalCode } from "#domain/failure.ts";
import { checkValue } from "#domain/field.ts";
import type { Instant } from "#domain/instant.ts";
import { kindOf } from "#domain/kinds/all.ts";
import { type Applied, applyOp, textOfField } from "#domain/merge/apply.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Author, Op } from "#domain/op.ts";
import { checkOp, type Membership } from "#domain/rights.ts";
import { sha256 } from "../sha256.ts";
import { isTooDeep } from "./depth.ts";
import type { Texts } from "./texts.ts";

/** Who made an edit, with which rights, and when (corrected time). */
export type EditContext = {
  readonly author: Author;
  readonly membership: Membership;
  readonly at: Instant;
  readonly texts: Texts;
};

const refused = (reason: RefusalCode): Applied => ({ result: "refused", reason });

/**
 * Decides what becomes of one edit on the present state of its record: rights, value, merge. Changes nothing.
 * A text that the device sends along as the one it started from counts only if it has the hash the edit names; else the
 * edit is refused with `edit.value_invalid`, for asking again would bring the same.
 */
export const judgeOp = (entity: Entity | null, op: Op, context: EditContext): Applied => {
  if (op.verb !== "del" && isTooDeep(op.verb === "new" ? op.value.fields : (op.value ?? null))) {
    return refused("edit.value_invalid");
  }
  const target = op.verb === "new" ? { id: op.record, ...op.value } : entity;
  if (target === null) return refused("edit.record_unknown");
  const allowed = checkOp(context.membership, target, op);
  if (!allowed.ok) return refused(allowed.failure);
  if (op.verb !== "text") {
    return applyOp(entity, op, { ...context, textOf: () => undefined });
  }
  const base = baseOf(entity, op, context.texts);
  if (base === undefined && op.base !== undefined) return refused("edit.value_invalid");
  const applied = applyOp(entity, op, { ...context, textOf: () => base });
  return isReadable(applied, op.field) ? applied : refused("edit.value_invalid");
};

const baseOf = (
  entity: Entity | null,
  op: Extract<Op, { verb: "text" }>,
  texts: Texts,
): string | undefined => {
  const present = textOfField(entity?.fields[op.field]);
  if (sha256(present) === op.hash) return present;
  const known = texts.find(op.record, op.field, op.hash);
  if (known !== undefined) return known;
  return op.base !== undefined && sha256(op.base) === op.hash ? op.base : undefined;
};

/** Two texts that are each short enough can merge into one that is too long for its field, and would then read as empty. */
const isReadable = (applied: Applied, field: string): boolean => {
  if (applied.result !== "merged" && applied.result !== "conflict") return true;
  const { kind, fields } = applied.entity;
  return checkValue(kindOf(kind)?.fields ?? {}, field, fields[field] ?? null).ok;
};
