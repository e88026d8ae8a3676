import type { Field } from "./fields/field.ts";
import type { Fields } from "./json.ts";

/** What a member may do in a scope: everybody works on its clients, a coordinator also shapes the area. */
export const roles = ["adviser", "coordinator"] as const;
export type Role = (typeof roles)[number];

/** Where records of a kind live: with one team, with the whole area, or with one person. */
export type HomeKind = "team" | "area" | "person";

/**
 * The kinds of scopes. A `partner` scope is an organisation of the network: no record lives there, some are shared with
 * it. Its id is the id of the organisation's record, as a team's is that of the team's.
 */
export const scopeKinds = ["team", "area", "person", "partner"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/**
 * Who may write records of a kind: any member of the home scope, a coordinator of it, the member whose id the record
 * has (`self`; a coordinator too), or the endpoint alone.
 */
export type WriterRule = "member" | "coordinator" | "self" | "endpoint";

/**
 * What a scope beside the home sees of a record and may do with it: the fields it can read, and those among them it can
 * edit. Everything else about the record stays at home, on the disk and on the wire.
 */
export type Projection = { readonly reads: readonly string[]; readonly writes: readonly string[] };

/**
 * The one declaration of a kind of record: it drives validation on both ends, merging, and the types of the screens.
 * `creators` may make and delete such a record, `editors` may change its fields and share it. A kind without `shared` never
 * leaves its home.
 */
export type Kind<Name extends string = string, Values extends Fields = Fields> = {
  readonly name: Name;
  readonly home: HomeKind;
  readonly creators: WriterRule;
  readonly editors: WriterRule;
  readonly fields: { readonly [K in keyof Values]: Field<Values[K]> };
  readonly shared?: Projection;
};

/** The values of a record of kind `K`, as screens read them. */
export type ValuesOfKind<K> = K extends Kind<string, infer Values> ? Values : never;
