import * as v from "valibot";
import {
  type DeviceId,
  deviceIdSchema,
  type OpId,
  opIdSchema,
  scopeIdSchema,
} from "#domain/ids.ts";
import { type Instant, isInstant } from "#domain/instant.ts";
import { answerBytes, cursorsMaxCount, opsMaxCount, pendingMaxCount } from "./limits.ts";
import { type WireOp, wireOpSchema } from "./op.ts";

/**
 * How far a device has come in a scope: the epoch of the scope's numbers, the last number it has, and, while it is
 * still receiving the scope anew, the number the scope had when that began (a reset that was cut off goes on from there;
 * version 1 says 1).
 */
export type WireCursor = readonly [epoch: string, seq: number, resetAt?: number];

/**
 * The body of `POST /sync`.
 *
 *   p    version of the exchange           dev  the sending device
 *   now  the device's clock                max  bytes of records the device wants at most
 *   ops  the oldest unsent edits           q    ids of its other unsent edits, whose fate it does not know
 *   cur  cursor by scope                   sc   what it takes those scopes for (`scopes-word.ts`), if it has no others
 *
 * Without `max`, `ops` or `q` it wants the usual amount, sends nothing and asks about nothing.
 */
export type SyncRequest = {
  readonly p: number;
  readonly dev: DeviceId;
  readonly now: Instant;
  readonly max: number;
  readonly ops: readonly WireOp[];
  readonly q: readonly OpId[];
  readonly cur: Readonly<Record<string, WireCursor>>;
  readonly sc?: string | undefined;
};

const cursor = v.union([
  v.strictTuple([epochSchema(), seqSchema()]),
  v.strictTuple([epochSchema(), seqSchema(), seqSchema()]),
]);

/** Parses the body of a sync; a member it does not have makes it unreadable. */
export const syncRequestSchema: v.GenericSchema<unknown, SyncRequest> = v.strictObject({
  p: v.pipe(v.number(), v.integer(), v.minValue(1)),
  dev: deviceIdSchema,
  now: v.custom<Instant>(isInstant),
  max: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(answerBytes.least), v.maxValue(answerBytes.most)),
    answerBytes.usual,
  ),
  ops: v.optional(v.pipe(v.array(wireOpSchema), v.maxLength(opsMaxCount)), () => []),
  q: v.optional(v.pipe(v.array(opIdSchema), v.maxLength(pendingMaxCount)), () => []),
  cur: v.pipe(
    v.record(scopeIdSchema as v.GenericSchema<string, string>, cursor),
    v.check((cursors) => Object.keys(cursors).length <= cursorsMaxCount, "too many scopes"),
  ),
  sc: v.optional(v.pipe(v.string(), v.maxLength(2 * cursorsMaxCount))),
});

/** Writes a request: what it would mean without a member goes without it, for most exchanges are idle. */
export const requestToWire = ({ max, ops, q, ...request }: SyncRequest): object => ({
  ...request,
  ...(max === answerBytes.usual ? {} : { max }),
  ...(ops.length === 0 ? {} : { ops }),
  ...(q.length === 0 ? {} : { q }),
});

/** What a scope is counted by. An answer is held to it as well: what a device stores it says in every request after that. */
export function epochSchema(): v.GenericSchema<unknown, string> {
  return v.pipe(v.string(), v.regex(/^[\w-]{1,22}$/));
}

function seqSchema(): v.GenericSchema<unknown, number> {
  return v.pipe(v.number(), v.integer(), v.minValue(0));
}
