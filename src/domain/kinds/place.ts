import { line, link, municipality } from "../fields/field.ts";
import type { RecordId } from "../ids.ts";
import type { Kind } from "../kind.ts";

/** A place where guidance is given: where it is, and whose it is if an organisation of the area lends it. */
export type Place = {
  readonly name: string;
  readonly municipality: string;
  readonly organisation: RecordId | null;
};

export const placeKind: Kind<"place", Place> = {
  name: "place",
  home: "area",
  creators: "coordinator",
  editors: "coordinator",
  fields: { name: line(), municipality: municipality(), organisation: link() },
};
