import * as v from "valibot";
import { line, register } from "../fields/field.ts";
import type { Kind } from "../kind.ts";

/** A municipality of the area: its code of three digits (Statistics Finland, Municipalities) and its name. */
export type Municipality = { readonly code: string; readonly name: string };

/** The area itself: its name in each language of the program and its municipalities. One record, whose id is the scope's. */
export type Area = {
  readonly nameFi: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly municipalities: readonly Municipality[];
};

export const areaKind: Kind<"area", Area> = {
  name: "area",
  home: "area",
  creators: "endpoint",
  editors: "coordinator",
  fields: {
    nameFi: line(),
    nameSv: line(),
    nameEn: line(),
    municipalities: register(
      v.array(v.object({ code: v.pipe(v.string(), v.regex(/^\d{3}$/)), name: v.string() })),
      [],
    ),
  },
};
