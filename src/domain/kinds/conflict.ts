import * as v from "valibot";
import { choice, endpointOnly, line, lineMaxLength, link, register } from "../fields/field.ts";
import type { RecordId } from "../ids.ts";
import { type Instant, isInstant, toInstant } from "../instant.ts";
import type { Json } from "../json.ts";
import type { Kind } from "../kind.ts";

/**
 * What a person decided about a conflict: `kept` leaves what stands in the field, `lost` puts the other value there,
 * `both` joins two texts.
 */
export const choiceCodes = ["kept", "lost", "both"] as const;
export type ChoiceCode = (typeof choiceCodes)[number];

/** Who closed a conflict, when (the closer's clock, moved by its known error), and what was chosen: a {@link ChoiceCode}, or a newer one. */
export type Closing = { readonly by: string; readonly at: Instant; readonly chose: string };

/**
 * Two people changed the same thing without having seen each other's change. `kept` stood in the field afterwards,
 * written by member `keptBy` at `keptAt`; `lost` is the other value, by `lostBy` at `lostAt` (corrected times; `""` and 0
 * where nobody knows). `closed` is `null` until a person has decided. `state` is how the first version closed one: `open`
 * or `closed`; it is read, and no longer written. Where the record is shared, so is a conflict about a field that is seen
 * there.
 */
export type Conflict = {
  readonly record: RecordId | null;
  readonly field: string;
  readonly kept: Json;
  readonly lost: Json;
  readonly lostBy: string;
  readonly lostAt: Instant;
  readonly keptBy: string;
  readonly keptAt: Instant;
  readonly state: string;
  readonly closed: Closing | null;
};

const closingSchema = v.looseObject({
  by: v.pipe(v.string(), v.maxLength(lineMaxLength)),
  at: v.custom<Instant>(isInstant),
  chose: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)),
});

/** Reads a value as the closing of a conflict; `null` for anything else. */
export const readClosing = (value: Json): Closing | null => {
  const parsed = v.safeParse(closingSchema, value);
  return parsed.success ? parsed.output : null;
};

const anything = () => register(v.unknown() as v.GenericSchema<unknown, Json>, null);
const time = () => register(v.custom<Instant>(isInstant), toInstant(0));

export const conflictKind: Kind<"conflict", Conflict> = {
  name: "conflict",
  home: "team",
  creators: "endpoint",
  editors: "member",
  fields: {
    record: endpointOnly(link()),
    field: endpointOnly(line()),
    kept: endpointOnly(anything()),
    lost: endpointOnly(anything()),
    lostBy: endpointOnly(line()),
    lostAt: endpointOnly(time()),
    keptBy: endpointOnly(line()),
    keptAt: endpointOnly(time()),
    state: choice("open"),
    closed: register<Closing | null>(v.nullable(closingSchema), null),
  },
  shared: {
    reads: [
      "record",
      "field",
      "kept",
      "lost",
      "lostBy",
      "lostAt",
      "keptBy",
      "keptAt",
      "state",
      "closed",
    ],
    writes: ["state", "closed"],
  },
};

/** Whether nobody has decided yet. */
export const isOpenConflict = ({ state, closed }: Pick<Conflict, "state" | "closed">): boolean =>
  closed === null && state === "open";
