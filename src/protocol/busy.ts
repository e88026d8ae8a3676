import * as v from "valibot";
import { type CalendarFailureCode, calendarFailureCodes } from "#domain/failure.ts";
import { type RecordId, recordIdSchema } from "#domain/ids.ts";
import { type Instant, isInstant } from "#domain/instant.ts";

/** Most calendars of one member that are read from an address. */
export const busySourcesMaxCount = 10;
/** Longest address of a calendar, in UTF-16 units. */
export const busyAddressMaxLength = 2_000;
/** A calendar that was read this recently is not due again, in milliseconds: 20 hours, so that one reading a day keeps its hour. */
export const busyDueMs = 72_000_000;

/**
 * The body of `POST /busy`: the member's other calendars that the endpoint reads from their addresses.
 *
 *   p    version of the exchange            do   list, add, read or remove
 *   id   the `busy` record of a calendar    url  its address: https, and a secret
 *   due  whether to read it only if its last reading is some time ago
 *
 * The endpoint hands over the text and keeps nothing of it; the device looks for the stretches in it.
 */
export type BusyRequest =
  | { readonly p: number; readonly do: "list" }
  | { readonly p: number; readonly do: "add"; readonly id: RecordId; readonly url: string }
  | { readonly p: number; readonly do: "read"; readonly id: RecordId; readonly due: boolean }
  | { readonly p: number; readonly do: "remove"; readonly id: RecordId };

export const busyRequestSchema: v.GenericSchema<unknown, BusyRequest> = v.variant("do", [
  v.strictObject({ p: v.number(), do: v.literal("list") }),
  v.strictObject({
    p: v.number(),
    do: v.literal("add"),
    id: recordIdSchema,
    url: v.pipe(v.string(), v.maxLength(busyAddressMaxLength)),
  }),
  v.strictObject({ p: v.number(), do: v.literal("read"), id: recordIdSchema, due: v.boolean() }),
  v.strictObject({ p: v.number(), do: v.literal("remove"), id: recordIdSchema }),
]);

/** One calendar: `host` tells it from others, `read` is when it was last asked for, `failed` why that came to nothing. */
export type WireBusySource = {
  readonly id: string;
  readonly host: string;
  readonly read: Instant | null;
  readonly failed: string | null;
};

/**
 * The answer: the member's calendars, the oldest first. `text` is what adding or reading one has brought, `failed` why it
 * has brought nothing; neither is there for one that is not due.
 */
export type BusyAnswer = {
  readonly sources: readonly WireBusySource[];
  readonly text?: string;
  readonly failed?: CalendarFailureCode;
};

export const busyAnswerSchema: v.GenericSchema<unknown, BusyAnswer> = v.object({
  sources: v.array(
    v.object({
      id: v.string(),
      host: v.string(),
      read: v.nullable(v.custom<Instant>(isInstant)),
      failed: v.nullable(v.string()),
    }),
  ),
  text: v.exactOptional(v.string()),
  failed: v.exactOptional(v.picklist(calendarFailureCodes)),
});
