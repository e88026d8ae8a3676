import { line } from "../fields/field.ts";
import type { Kind } from "../kind.ts";

/** A team of advisers. The record's id is the id of the team's scope. */
export type Team = { readonly name: string };

export const teamKind: Kind<"team", Team> = {
  name: "team",
  home: "area",
  creators: "endpoint",
  editors: "coordinator",
  fields: { name: line() },
};
