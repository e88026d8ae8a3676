import * as v from "valibot";
import { type RecordId, recordIdSchema } from "#domain/ids.ts";
import { type Instant, isInstant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { earlierSkipMax } from "./limits.ts";

/**
 * The body of `POST /earlier`: what stood in a field of a record before?
 *
 *   p     version of the exchange      e  the record
 *   skip  how many of the newest       f  the field, or the path of an item inside it
 *         the device has already
 */
export type EarlierRequest = {
  readonly p: number;
  readonly e: RecordId;
  readonly f: string;
  readonly skip: number;
};

export const earlierRequestSchema: v.GenericSchema<unknown, EarlierRequest> = v.strictObject({
  p: v.number(),
  e: recordIdSchema,
  f: v.pipe(v.string(), v.regex(/^[a-zA-Z][\w.-]{0,79}$/)),
  skip: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(earlierSkipMax)),
});

/** Most records that one question about changed fields names: an appointment and the people in it. */
const changedFieldsMaxRecords = 20;

/** The body of `POST /earlier/fields`: in which fields of some records did anything stand before? `e` are the records. */
export type ChangedFieldsRequest = { readonly p: number; readonly e: readonly RecordId[] };

export const changedFieldsRequestSchema: v.GenericSchema<unknown, ChangedFieldsRequest> =
  v.strictObject({
    p: v.number(),
    e: v.pipe(v.array(recordIdSchema), v.minLength(1), v.maxLength(changedFieldsMaxRecords)),
  });

/** The answer: the fields (and paths of items) by record. A record that the member may not ask about has none; of none but such the endpoint says `record.unknown`. */
export type ChangedFieldsAnswer = {
  readonly fields: { readonly [record: string]: readonly string[] };
};

export const changedFieldsAnswerSchema: v.GenericSchema<unknown, ChangedFieldsAnswer> = v.object({
  fields: v.record(v.string(), v.array(v.string())),
});

/**
 * One value that no longer stands: `w` why (`overwritten` by somebody who had seen it, `merged` the same for a text
 * out of several people's words, or it lost a `conflict`), `by` which member at `t` (corrected time; both `null` for what
 * the record was made with; of several people the last), `until` when the endpoint heard that it no longer stands. A word
 * of `w` that a program does not know is to be read as `overwritten`.
 */
export type WireEarlier = {
  readonly v: Json;
  readonly w: string;
  readonly by: string | null;
  readonly t: Instant | null;
  readonly until: Instant;
};

/** The answer: at most `earlierMaxCount` values, the newest first. `more` tells that there are older ones. */
export type EarlierAnswer = { readonly values: readonly WireEarlier[]; readonly more: boolean };

const instant = v.custom<Instant>(isInstant);

export const earlierAnswerSchema: v.GenericSchema<unknown, EarlierAnswer> = v.object({
  values: v.array(
    v.object({
      v: v.unknown() as v.GenericSchema<unknown, Json>,
      w: v.string(),
      by: v.nullable(v.string()),
      t: v.nullable(instant),
      until: instant,
    }),
  ),
  more: v.boolean(),
});
