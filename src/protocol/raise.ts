import * as v from "valibot";
import { type SyncRequest, syncRequestSchema } from "./sync-request.ts";
import { isKnownVersion, PROTOCOL_VERSION } from "./version.ts";

/** Rewrites one edit of a version, as it lies in the message, into one of the next version. It has to take anything. */
type Raise = (op: unknown) => unknown;

const asItIs: Raise = (op) => op;

/**
 * How the edits of each earlier version become those of the next. Version 2 only gave a meaning to verbs that version 1
 * had reserved and no device of it could make.
 */
const raises: Readonly<Record<number, Raise>> = { 1: asItIs };

/** Rewrites one edit of a version step by step into one of the present version. */
const raiseOp = (op: unknown, version: number): unknown => {
  let raised = op;
  for (let at = version; at < PROTOCOL_VERSION; at += 1) {
    const raise = raises[at];
    if (raise === undefined) throw new Error(`edits of version ${at} have no way to the next`);
    raised = raise(raised);
  }
  return raised;
};

const raiseRequest = (body: unknown): unknown => {
  if (typeof body !== "object" || body === null || !("ops" in body) || !("p" in body)) return body;
  const { ops, p } = body;
  if (!Array.isArray(ops) || typeof p !== "number" || !isKnownVersion(p)) return body;
  return { ...body, ops: ops.map((op) => raiseOp(op, p)) };
};

/** What a request of version 1 says even where there is nothing to say; later ones leave it out. */
const saidInVersion1 = ["max", "ops", "q"] as const;

const isWholeOfVersion1 = (body: unknown): boolean =>
  typeof body !== "object" ||
  body === null ||
  !("p" in body) ||
  body.p !== 1 ||
  saidInVersion1.every((member) => member in body);

/**
 * Parses the body of a sync of any version there ever was. The edits come out as those of the present version, whatever
 * version wrote them; `p` stays what the device speaks, for the answer goes by it. This is the one place where older pushes
 * are understood: whoever changes an edit on the wire adds a step here, and the schema needs to know the present one only.
 */
export const anySyncRequestSchema: v.GenericSchema<unknown, SyncRequest> = v.pipe(
  v.unknown(),
  v.check(isWholeOfVersion1, "a request of version 1 has all its members"),
  v.transform(raiseRequest),
  syncRequestSchema,
);
