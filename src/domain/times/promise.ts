import * as v from "valibot";
import { endpointOnly, type Field, register } from "../fields/field.ts";
import { type MemberId, memberIdSchema, type RecordId, recordIdSchema } from "../ids.ts";
import { type Instant, isInstant } from "../instant.ts";

/** A time is the record's (`held`), or somebody else had it first (`clash`). */
export const promiseStates = ["held", "clash"] as const;
export type PromiseState = (typeof promiseStates)[number];

/**
 * The endpoint's word about a time that a record claims of an adviser: `held` or `clash`, since `at` (the endpoint's
 * clock). `with` are the records at the same time: for a held one those that came too late, for a clash the one that
 * holds the time; at most {@link promiseMaxWith}. The word is about `adviser` from `start` to `end` and about no other time.
 */
export type TimePromise = {
  readonly state: PromiseState;
  readonly with: readonly RecordId[];
  readonly at: Instant;
  readonly start: Instant;
  readonly end: Instant;
  readonly adviser: MemberId;
};

/** So many records are named in a promise at most. Whoever has more at one time has more to do than reading them. */
export const promiseMaxWith = 16;

/** The field of a {@link TimePromise}; empty until the endpoint has answered. */
export const promise = (): Field<TimePromise | null> =>
  endpointOnly(
    register<TimePromise | null>(
      v.nullable(
        v.looseObject({
          state: v.picklist(promiseStates),
          with: v.array(recordIdSchema),
          at: v.custom<Instant>(isInstant),
          start: v.custom<Instant>(isInstant),
          end: v.custom<Instant>(isInstant),
          adviser: memberIdSchema,
        }),
      ),
      null,
    ),
  );

type ClaimedTime = {
  readonly start: Instant;
  readonly end: Instant;
  readonly adviser: MemberId | null;
};

/**
 * How a claimed time stands: as the endpoint said, or `tentative` while it has not said anything about exactly this time:
 * it has not heard of it, or of its last change.
 */
export const standingOf = (
  slot: ClaimedTime,
  promised: TimePromise | null,
): PromiseState | "tentative" =>
  promised !== null && isSameTime(promised, slot) ? promised.state : "tentative";

/** Whether both are the same stretch of the same adviser's time. */
export const isSameTime = (one: ClaimedTime, other: ClaimedTime): boolean =>
  one.start === other.start && one.end === other.end && one.adviser === other.adviser;
