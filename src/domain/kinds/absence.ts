import * as v from "valibot";
import { register } from "../fields/field.ts";
import { type MemberId, memberIdSchema } from "../ids.ts";
import { type Instant, isInstant, toInstant } from "../instant.ts";
import type { Kind } from "../kind.ts";

/** From when until when, `end` not included: one register, so that no merge makes a stretch nobody wrote. */
export type Span = { readonly start: Instant; readonly end: Instant };

/** An adviser is away. Why is nobody's business, so there is no field for it. */
export type Absence = { readonly adviser: MemberId | null; readonly span: Span };

/** A stretch of time as it is written. */
export const spanSchema: v.GenericSchema<unknown, Span> = v.pipe(
  v.looseObject({ start: v.custom<Instant>(isInstant), end: v.custom<Instant>(isInstant) }),
  v.check(({ start, end }) => end > start, "a span ends after it starts"),
);

const noSpan: Span = { start: toInstant(0), end: toInstant(0) };

export const absenceKind: Kind<"absence", Absence> = {
  name: "absence",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    adviser: register<MemberId | null>(v.nullable(memberIdSchema), null),
    span: register(spanSchema, noSpan),
  },
};
