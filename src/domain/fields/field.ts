import * as v from "valibot";
import { type RecordId, recordIdSchema } from "../ids.ts";
import { isLocalDate, type LocalDate } from "../instant.ts";
import { hasPersonalCode, hasPersonalCodeInside } from "../personal-code.ts";
import type { FieldFailureCode } from "../failure.ts";
import { type Fields, type Json, ownMember } from "../json.ts";
import { membersSchema } from "./members.ts";
import { isItemName, itemsOf, parsePath } from "./path.ts";
import { fail, ok, type Result } from "../result.ts";

/**
 * How a field is edited and merged:
 * a `register` is replaced as a whole (`set`), a `text` is merged with what others wrote meanwhile (`text`).
 * The others hold items by name, and an edit names one of them (`items.b7…`): a `tally` is counted up and down (`inc`), the
 * items of a `set` and of `ticks` are replaced and removed one by one (`set`, `rem`), `notes` are only added to (`add`).
 */
export type FieldKind = "register" | "text" | "tally" | "set" | "ticks" | "notes";

/**
 * One field of a record kind. `empty` is what a record has that lacks the field or holds something unreadable in it.
 * `item` is there for fields that hold items: what one of them may be; `schema` says no more then than that they have names. A field with `writer: "endpoint"` is the
 * endpoint's alone: no edit may name it. One with `isReading` is a {@link reading}.
 */
export type Field<T extends Json> = {
  readonly kind: FieldKind;
  readonly writer?: "endpoint";
  readonly isReading?: true;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly empty: T;
  readonly item?: v.GenericSchema<unknown, Json>;
};

/** Longest plain line, for example a name, in UTF-16 units. */
export const lineMaxLength = 200;
/** Longest text, in UTF-16 units: about six printed pages, and a fraction of the largest message of the exchange. */
export const textMaxLength = 20_000;

/** A value that is replaced as a whole. Things that belong together are one register, so no merge mixes two people's choices. */
export const register = <T extends Json>(
  schema: v.GenericSchema<unknown, T>,
  empty: T,
): Field<T> => ({
  kind: "register",
  schema,
  empty,
});

/** A field that only the endpoint writes: see {@link Field}. */
export const endpointOnly = <T extends Json>(field: Field<T>): Field<T> => ({
  ...field,
  writer: "endpoint",
});

/**
 * A register that nobody writes by hand, such as what was read elsewhere. Of two readings the later stands, nobody is asked
 * which is right, and what the one before said is not kept.
 */
export const reading = <T extends Json>(
  schema: v.GenericSchema<unknown, T>,
  empty: T,
): Field<T> => ({
  ...register(schema, empty),
  isReading: true,
});

/** One line of writing, replaced as a whole. */
export const line = (): Field<string> =>
  register(v.pipe(v.string(), v.maxLength(lineMaxLength)), "");

/** A choice by its code. Codes of newer versions are kept as they are: a screen shows what it does not know as it is written. */
export const choice = (empty: string): Field<string> =>
  register(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)), empty);

/** A link to another record, or none. */
export const link = (): Field<RecordId | null> => register(v.nullable(recordIdSchema), null);

/** A municipality by its code of three digits (Statistics Finland, Municipalities), or none. */
export const municipality = (): Field<string> =>
  register(v.pipe(v.string(), v.regex(/^(?:\d{3})?$/)), "");

/** A day without a time, or none. */
export const day = (): Field<LocalDate | null> =>
  register(v.nullable(v.custom<LocalDate>(isLocalDate)), null);

/** Several short codes or names. */
export const list = (): Field<readonly string[]> =>
  register(v.pipe(v.array(v.pipe(v.string(), v.maxLength(lineMaxLength))), v.maxLength(400)), []);

/** Free writing, merged word by word. */
export const text = (): Field<string> => ({
  kind: "text",
  schema: v.pipe(v.string(), v.maxLength(textMaxLength)),
  empty: "",
});

/** The fields of a kind by name. */
export type FieldSet = { readonly [field: string]: Field<Json> };

/**
 * Reads the declared fields out of a record, and never fails: a missing or unreadable field reads as its empty value.
 * Only writing has a greatest length: a text that grew over it in a merge still reads whole. What another version of the program wrote beside them stays in the record untouched.
 */
export const readValues = (fieldSet: FieldSet, fields: Fields): Fields => {
  const values: Record<string, Json> = {};
  for (const [name, field] of Object.entries(fieldSet)) {
    values[name] =
      field.item === undefined
        ? readValue(field.schema, ownMember(fields, name), field.empty)
        : readItems(field.item, itemsOf(fields, name) ?? {});
  }
  return values;
};

const readValue = (
  schema: v.GenericSchema<unknown, Json>,
  value: Json | undefined,
  empty: Json,
): Json => {
  if (value === undefined) return empty;
  const parsed = v.safeParse(schema, value);
  return parsed.success || parsed.issues.every(isTooLong) ? (parsed.output as Json) : empty;
};

/** Items that another version wrote and this one cannot read are passed over, one by one. */
const readItems = (item: v.GenericSchema<unknown, Json>, items: Fields): Fields =>
  Object.fromEntries(
    Object.entries(items).flatMap(([name, value]): [string, Json][] => {
      const parsed = v.safeParse(item, value);
      return parsed.success || parsed.issues.every(isTooLong)
        ? [[name, parsed.output as Json]]
        : [];
    }),
  );

const isTooLong = (issue: v.BaseIssue<unknown>): boolean => issue.type === "max_length";

/**
 * Checks one value before it is written: of a whole field, or of one item of a field that holds several.
 * A field that the set does not declare is accepted as it is.
 * Fails with `field.personal_code` for a personal identity code anywhere inside or in the field's name, `field.too_long`
 * for writing over the field's length, `field.value_invalid` for anything else the field cannot hold.
 */
export const checkValue = (
  fieldSet: FieldSet,
  name: string,
  value: Json,
): Result<Json, FieldFailureCode> => {
  if (hasPersonalCode(name) || hasPersonalCodeInside(value)) return fail("field.personal_code");
  const path = parsePath(name);
  const field = ownMember(fieldSet, path.field);
  if (field === undefined) return ok(value);
  if (path.item === null && field.item !== undefined) return checkItems(field.item, value);
  const schema = path.item === null ? field.schema : field.item;
  return schema === undefined ? fail("field.value_invalid") : checkBy(schema, value);
};

const checkItems = (
  item: v.GenericSchema<unknown, Json>,
  value: Json,
): Result<Json, FieldFailureCode> => {
  const all = v.safeParse(membersSchema, value);
  if (!all.success || !Object.keys(all.output).every(isItemName)) {
    return fail("field.value_invalid");
  }
  for (const one of Object.values(all.output)) {
    const checked = checkBy(item, one);
    if (!checked.ok) return checked;
  }
  return ok(value);
};

const checkBy = (
  schema: v.GenericSchema<unknown, Json>,
  value: Json,
): Result<Json, FieldFailureCode> => {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok(parsed.output);
  return fail(parsed.issues.some(isTooLong) ? "field.too_long" : "field.value_invalid");
};
