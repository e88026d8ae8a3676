import { text } from "../fields/field.ts";
import type { Kind } from "../kind.ts";

/** Something a person writes down for nobody else: it lives in the person's own scope and is on the person's devices alone. */
export type Memo = { readonly body: string };

export const memoKind: Kind<"memo", Memo> = {
  name: "memo",
  home: "person",
  creators: "member",
  editors: "member",
  fields: { body: text() },
};
