import type { RefusalCode } from "../failure.ts";
import { checkValue, type FieldKind, type FieldSet } from "./field.ts";
import { countMax } from "./item-fields.ts";
import { type Json, ownMember } from "../json.ts";
import type { Kind } from "../kind.ts";
import type { Op, Verb } from "../op.ts";
import { isItemName, parsePath } from "./path.ts";
import { hasPersonalCode } from "../personal-code.ts";
import { fail, ok, type Result } from "../result.ts";

/** The verbs by which a field of each kind is edited. */
const verbsOfFields: Readonly<Record<FieldKind, readonly Verb[]>> = {
  register: ["set"],
  text: ["text"],
  tally: ["inc"],
  set: ["set", "rem"],
  ticks: ["set", "rem"],
  notes: ["add", "set"],
};

/**
 * Whether the field can hold what the edit makes of it. A kind of another version (`undefined`), and a field that its kind
 * does not declare, can hold anything that fits the verb.
 * Fails with `edit.personal_code` for a personal identity code anywhere in the value or in a field's name, with
 * `edit.value_invalid` for a value the field cannot hold or a verb that is not for it.
 */
export const checkContent = (kind: Kind | undefined, op: Op): Result<true, RefusalCode> => {
  const fields: FieldSet = kind?.fields ?? {};
  if (op.verb === "new") {
    for (const [field, value] of Object.entries(op.value.fields)) {
      const checked = checkField(fields, field, value);
      if (!checked.ok) return checked;
    }
    return ok(true);
  }
  if (!("field" in op)) return ok(true);
  if (hasPersonalCode(op.field)) return fail("edit.personal_code");
  if (!isVerbFor(ownMember(fields, parsePath(op.field).field)?.kind, op)) {
    return fail("edit.value_invalid");
  }
  if (op.verb === "rem") return ok(true);
  if (op.verb !== "inc") return checkField(fields, op.field, op.value);
  return Number.isInteger(op.value) && op.value !== 0 && Math.abs(op.value) <= countMax
    ? ok(true)
    : fail("edit.value_invalid");
};

const isVerbFor = (
  declared: FieldKind | undefined,
  op: Op & { readonly field: string },
): boolean => {
  const { item } = parsePath(op.field);
  if (declared === undefined) {
    return op.verb === "set" || (item !== null) === (op.verb !== "text");
  }
  const holdsItems = declared !== "register" && declared !== "text";
  const isFitting = holdsItems ? item !== null && isItemName(item) : item === null;
  return isFitting && verbsOfFields[declared].includes(op.verb);
};

const checkField = (fields: FieldSet, name: string, value: Json): Result<true, RefusalCode> => {
  const checked = checkValue(fields, name, value);
  if (checked.ok) return ok(true);
  return fail(
    checked.failure === "field.personal_code" ? "edit.personal_code" : "edit.value_invalid",
  );
};
