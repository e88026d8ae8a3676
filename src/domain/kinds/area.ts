import * as v from "valibot";
import { line, lineMaxLength, register } from "../fields/field.ts";
import { type Items, setOf } from "../fields/item-fields.ts";
import type { Kind } from "../kind.ts";

/** A municipality of the area: its code of three digits (Statistics Finland, Municipalities) and its name. */
export type Municipality = { readonly code: string; readonly name: string };

/**
 * A kind of guidance that the area offers, in each language of the program. The item's name is its code. A `retired` one is
 * not offered any more; times of before keep its name.
 */
export type GuidanceKind = {
  readonly nameFi: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly retired?: boolean;
};

/** Driving from one municipality to another takes at most this many minutes: Finland from end to end, with a ferry. */
export const travelMaxMinutes = 1440;

/**
 * The area itself: its name in each language of the program, its municipalities, the kinds of guidance it offers (none:
 * those the program knows), and how many minutes one drives between two municipalities. `travel` is by both codes, the
 * lower one first, such as `205-290`; what nobody has entered is not known. One record, whose id is the scope's.
 */
export type Area = {
  readonly nameFi: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly municipalities: readonly Municipality[];
  readonly guidance: Items<GuidanceKind>;
  readonly travel: Items<number>;
};

const name = v.pipe(v.string(), v.maxLength(lineMaxLength));
const guidanceKind: v.GenericSchema<unknown, GuidanceKind> = v.looseObject({
  nameFi: name,
  nameSv: name,
  nameEn: name,
  retired: v.exactOptional(v.boolean()),
});
const drivingMinutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(travelMaxMinutes));

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
    guidance: setOf(guidanceKind),
    travel: setOf(drivingMinutes),
  },
};
