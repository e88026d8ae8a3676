import * as v from "valibot";
import type { Json } from "#domain/json.ts";
import type { Kind, ValuesOfKind } from "#domain/kind.ts";

/** A value as the field of a kind has it; `null` for what the field cannot hold, and for what it holds when it is empty. */
export const readAs = <K extends Kind, F extends string & keyof ValuesOfKind<K>>(
  kind: K,
  field: F,
  value: Json,
): ValuesOfKind<K>[F] | null => {
  const schema = kind.fields[field]?.schema;
  const parsed = schema === undefined ? null : v.safeParse(schema, value);
  return parsed?.success === true ? (parsed.output as ValuesOfKind<K>[F]) : null;
};

/** The same for one item of a field. */
export const readItemAs = <K extends Kind, F extends string & keyof ValuesOfKind<K>>(
  kind: K,
  field: F,
  value: Json,
): ValuesOfKind<K>[F][keyof ValuesOfKind<K>[F]] | null => {
  const item = kind.fields[field]?.item;
  const parsed = item === undefined ? null : v.safeParse(item, value);
  return parsed?.success === true
    ? (parsed.output as ValuesOfKind<K>[F][keyof ValuesOfKind<K>[F]])
    : null;
};
