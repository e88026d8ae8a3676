import * as v from "valibot";
import { choice, line, register, text } from "../fields/field.ts";
import type { Kind } from "../kind.ts";

/**
 * A person who gets guidance: a name or a code name, and a telephone number (E.164) if the person likes. Never a
 * personal identity code, and nothing about why the person is here beyond what an adviser notes.
 */
export type Client = {
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly note: string;
};

export const clientKind: Kind<"client", Client> = {
  name: "client",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    name: line(),
    phone: register(v.pipe(v.string(), v.regex(/^(?:\+[1-9]\d{4,14})?$/)), ""),
    language: choice("fi"),
    note: text(),
  },
};
