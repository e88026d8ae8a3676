import * as v from "valibot";
import { type RequestFailureCode, requestFailureCodes } from "#domain/failure.ts";
import { type Instant, isInstant } from "#domain/instant.ts";

/**
 * The body of every answer that refuses a request: a closed code, the endpoint's clock (a device whose own clock is wrong
 * signs in by it), and how long to wait before trying again, in milliseconds, where waiting helps.
 */
export type RequestRefusal = {
  readonly code: RequestFailureCode;
  readonly now: Instant;
  readonly retryAfterMs?: number | undefined;
};

export const requestRefusalSchema: v.GenericSchema<unknown, RequestRefusal> = v.object({
  code: v.picklist(requestFailureCodes),
  now: v.custom<Instant>(isInstant),
  retryAfterMs: v.optional(v.pipe(v.number(), v.minValue(0))),
});
