import { day, line, list } from "../fields/field.ts";
import type { LocalDate } from "../instant.ts";
import type { Kind } from "../kind.ts";

/**
 * An organisation of the network. Organisations end and others take over, so each has its days and its successor by
 * name; `kinds` are codes such as `workshop`, `municipalities` the codes of those it serves (empty: not stated).
 */
export type Organisation = {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly municipalities: readonly string[];
  readonly since: LocalDate | null;
  readonly until: LocalDate | null;
  readonly successor: string;
};

export const organisationKind: Kind<"organisation", Organisation> = {
  name: "organisation",
  home: "area",
  creators: "coordinator",
  editors: "coordinator",
  fields: {
    name: line(),
    kinds: list(),
    municipalities: list(),
    since: day(),
    until: day(),
    successor: line(),
  },
};
