import * as v from "valibot";
import type { EraVersions } from "#domain/era.ts";
import {
  type OpId,
  opIdSchema,
  type RecordId,
  recordIdSchema,
  type ScopeId,
  scopeIdSchema,
} from "#domain/ids.ts";
import { type Instant, isInstant } from "#domain/instant.ts";
import { membersSchema } from "#domain/fields/members.ts";
import type { Fields, Json } from "#domain/json.ts";
import type { Op, Seen } from "#domain/op.ts";
import { restorationsMaxCount } from "./limits.ts";

/*
 * An edit on the wire. Names are one letter: a phone may send a hundred of them over 15 kB/s.
 *
 *   o  id of the edit            e  id of the record          k  verb                f  field
 *   v  value                     b  version of the record the author saw
 *                                a  the author's own unsent edit of that field (instead of b)
 *   h  hash of the text seen     x  that text itself, once the endpoint has asked for it
 *   t  device's time             st endpoint's time last heard
 *   w  versions of the record when the edit was acknowledged, before the endpoint's data were restored without it
 */

type WireStart = {
  readonly o: OpId;
  readonly e: RecordId;
  readonly b?: number | undefined;
  readonly a?: OpId | undefined;
  readonly t: Instant;
  readonly st: Instant;
  readonly w?: EraVersions | undefined;
};
type WireNew = WireStart & {
  readonly k: "new";
  readonly f?: never;
  readonly v: { readonly kind: string; readonly home: ScopeId; readonly f: Fields };
};
type WireSet = WireStart & { readonly k: "set"; readonly f: string; readonly v: Json };
type WireText = WireStart & {
  readonly k: "text";
  readonly f: string;
  readonly v: string;
  readonly h: string;
  readonly x?: string | undefined;
};
type WireDel = WireStart & { readonly k: "del" };
type WireInc = WireStart & { readonly k: "inc"; readonly f: string; readonly v: number };
type WireRem = WireStart & { readonly k: "rem"; readonly f: string };
/** An entry of a list of notes is made like a record: `new`, with a field. */
type WireAdd = WireStart & { readonly k: "new"; readonly f: string; readonly v: Json };
type WireShare = WireStart & { readonly k: "share" | "unshare"; readonly v: ScopeId };

/** An edit as it travels. Exactly one of `b` and `a` is there. */
export type WireOp =
  | WireNew
  | WireSet
  | WireText
  | WireInc
  | WireRem
  | WireAdd
  | WireDel
  | WireShare;

const json = v.unknown() as v.GenericSchema<unknown, Json>;
const instant = v.custom<Instant>(isInstant);
const fieldNames = /^[a-zA-Z][\w.-]{0,79}$/;
const fieldName = v.pipe(v.string(), v.regex(fieldNames));
const fields = v.pipe(
  membersSchema,
  v.check((all) => Object.keys(all).every((name) => fieldNames.test(name)), `by ${fieldNames}`),
);

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const common = {
  o: opIdSchema,
  e: recordIdSchema,
  b: v.optional(version),
  a: v.optional(opIdSchema),
  t: instant,
  st: instant,
  w: v.optional(v.pipe(v.array(version), v.maxLength(restorationsMaxCount))),
};

const newOp = v.strictObject({
  ...common,
  k: v.literal("new"),
  v: v.strictObject({
    kind: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    home: scopeIdSchema,
    f: fields,
  }),
});
const setOp = v.strictObject({ ...common, k: v.literal("set"), f: fieldName, v: json });
const textOp = v.strictObject({
  ...common,
  k: v.literal("text"),
  f: fieldName,
  v: v.string(),
  h: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  x: v.optional(v.string()),
});
const delOp = v.strictObject({ ...common, k: v.literal("del") });
const incOp = v.strictObject({
  ...common,
  k: v.literal("inc"),
  f: fieldName,
  v: v.pipe(v.number(), v.safeInteger()),
});
const remOp = v.strictObject({ ...common, k: v.literal("rem"), f: fieldName });
const addOp = v.strictObject({ ...common, k: v.literal("new"), f: fieldName, v: json });
const shareOp = v.strictObject({
  ...common,
  k: v.picklist(["share", "unshare"]),
  v: scopeIdSchema,
});

const anyOp = v.union([
  v.variant("k", [newOp, setOp, textOp, incOp, remOp, delOp, shareOp]),
  addOp,
]);

/** Parses an edit; a member it does not have, or both or neither of `b` and `a`, makes it unreadable. */
export const wireOpSchema: v.GenericSchema<unknown, WireOp> = v.pipe(
  anyOp,
  v.check((op) => (op.a === undefined) !== (op.b === undefined), "one of a and b"),
);

/** Writes an edit for the wire. The text an edit started from goes along only when `withBase` asks for it. */
export const opToWire = (op: Op, withBase: boolean): WireOp => {
  const start = {
    o: op.id,
    e: op.record,
    ...("ver" in op.seen ? { b: op.seen.ver } : { a: op.seen.after }),
    t: op.at,
    st: op.endpointAt,
    ...(op.was === undefined ? {} : { w: op.was.slice(-restorationsMaxCount) }),
  };
  switch (op.verb) {
    case "new":
      return {
        ...start,
        k: "new",
        v: { kind: op.value.kind, home: op.value.home, f: op.value.fields },
      };
    case "set":
      return { ...start, k: "set", f: op.field, v: op.value };
    case "text":
      return {
        ...start,
        k: "text",
        f: op.field,
        v: op.value,
        h: op.hash,
        ...(withBase && op.base !== undefined ? { x: op.base } : {}),
      };
    case "del":
      return { ...start, k: "del" };
    case "inc":
      return { ...start, k: "inc", f: op.field, v: op.value };
    case "rem":
      return { ...start, k: "rem", f: op.field };
    case "add":
      return { ...start, k: "new", f: op.field, v: op.value };
    case "share":
    case "unshare":
      return { ...start, k: op.verb, v: op.scope };
    default:
      return op satisfies never;
  }
};

/** Reads an edit off the wire. */
export const wireToOp = (wire: WireOp): Op => {
  const seen: Seen = wire.a === undefined ? { ver: wire.b ?? 0 } : { after: wire.a };
  const start = {
    id: wire.o,
    record: wire.e,
    seen,
    at: wire.t,
    endpointAt: wire.st,
    ...(wire.w === undefined ? {} : { was: wire.w }),
  };
  switch (wire.k) {
    case "new":
      if (wire.f !== undefined) return { ...start, verb: "add", field: wire.f, value: wire.v };
      return {
        ...start,
        verb: "new",
        value: { kind: wire.v.kind, home: wire.v.home, fields: wire.v.f },
      };
    case "set":
      return { ...start, verb: "set", field: wire.f, value: wire.v };
    case "text":
      return {
        ...start,
        verb: "text",
        field: wire.f,
        value: wire.v,
        hash: wire.h,
        ...(wire.x === undefined ? {} : { base: wire.x }),
      };
    case "del":
      return { ...start, verb: "del" };
    case "inc":
      return { ...start, verb: "inc", field: wire.f, value: wire.v };
    case "rem":
      return { ...start, verb: "rem", field: wire.f };
    case "share":
    case "unshare":
      return { ...start, verb: wire.k, scope: wire.v };
    default:
      return wire satisfies never;
  }
};
