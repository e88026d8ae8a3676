import * as v from "valibot";
import { line, reading, register } from "../fields/field.ts";
import { type MemberId, memberIdSchema } from "../ids.ts";
import { type Instant, isInstant, toInstant } from "../instant.ts";
import type { Kind } from "../kind.ts";
import { type Span, spanSchema } from "./absence.ts";

/** A calendar brings at most this many busy stretches: about half a year of full days. */
export const busySpansMax = 1500;

/**
 * When an adviser is busy by another calendar of theirs, as last read at `readAt`. Only the stretches: no title, no place,
 * nobody's name. `label` is what the adviser calls that calendar.
 */
export type Busy = {
  readonly adviser: MemberId | null;
  readonly label: string;
  readonly spans: readonly Span[];
  readonly readAt: Instant;
};

export const busyKind: Kind<"busy", Busy> = {
  name: "busy",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    adviser: register<MemberId | null>(v.nullable(memberIdSchema), null),
    label: line(),
    spans: reading(v.pipe(v.array(spanSchema), v.maxLength(busySpansMax)), []),
    readAt: reading(v.custom<Instant>(isInstant), toInstant(0)),
  },
};
