import type { Field } from "./field.ts";
import type { Fields } from "./json.ts";

/** What a member may do in a scope: everybody works on its clients, a coordinator also shapes the area. */
export const roles = ["adviser", "coordinator"] as const;
export type Role = (typeof roles)[number];

/** Where records of a kind live: with one team, or with the whole area. */
export type HomeKind = "team" | "area";

/**
 * Who may write records of a kind: any member of the home scope, a coordinator of it, the member whose id the record
 * has (`self`; a coordinator too), or the endpoint alone.
 */
export type WriterRule = "member" | "coordinator" | "self" | "endpoint";

/**
 * The one declaration of a kind of record: it drives validation on both ends, merging, and the types of the screens.
 * `creators` may make and delete such a record, `editors` may change its fields.
 */
export type Kind<Name extends string = string, Values extends Fields = Fields> = {
  readonly name: Name;
  readonly home: HomeKind;
  readonly creators: WriterRule;
  readonly editors: WriterRule;
  readonly fields: { readonly [K in keyof Values]: Field<Values[K]> };
};

/** The values of a record of kind `K`, as screens read them. */
export type ValuesOfKind<K> = K extends Kind<string, infer Values> ? Values : never;
