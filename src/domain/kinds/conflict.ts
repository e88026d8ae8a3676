import * as v from "valibot";
import { choice, line, link, register } from "../field.ts";
import type { RecordId } from "../ids.ts";
import { type Instant, isInstant, toInstant } from "../instant.ts";
import type { Json } from "../json.ts";
import type { Kind } from "../kind.ts";

/**
 * Two people changed the same thing without having seen each other's change. `kept` stands in the field, `lost` is the
 * other value, by member `lostBy` at `lostAt` (corrected time). `state` is `open` until a person has looked at it, then
 * `closed`. Where the record is shared, so is a conflict about a field that is seen there.
 */
export type Conflict = {
  readonly record: RecordId | null;
  readonly field: string;
  readonly kept: Json;
  readonly lost: Json;
  readonly lostBy: string;
  readonly lostAt: Instant;
  readonly state: string;
};

export const conflictKind: Kind<"conflict", Conflict> = {
  name: "conflict",
  home: "team",
  creators: "endpoint",
  editors: "member",
  fields: {
    record: link(),
    field: line(),
    kept: register(v.unknown() as v.GenericSchema<unknown, Json>, null),
    lost: register(v.unknown() as v.GenericSchema<unknown, Json>, null),
    lostBy: line(),
    lostAt: register(v.custom<Instant>(isInstant), toInstant(0)),
    state: choice("open"),
  },
  shared: {
    reads: ["record", "field", "kept", "lost", "lostBy", "lostAt", "state"],
    writes: ["state"],
  },
};
