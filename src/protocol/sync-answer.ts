import * as v from "valibot";
import { type RefusalCode, refusalCodes } from "#domain/failure.ts";
import {
  type OpId,
  type RecordId,
  recordIdSchema,
  type ScopeId,
  scopeIdSchema,
} from "#domain/ids.ts";
import { type Instant, isInstant } from "#domain/instant.ts";
import { membersSchema } from "#domain/fields/members.ts";
import type { Fields } from "#domain/json.ts";
import { type Role, roles, type ScopeKind, scopeKinds } from "#domain/kind.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { epochSchema } from "./sync-request.ts";
import { PROTOCOL_VERSION } from "./version.ts";
import type { RecordState } from "#domain/record.ts";

/*
 * The answer to `POST /sync` is newline-delimited JSON; each line is one unit that the device commits as a whole:
 *
 *   {h:1, …}                                first, once: what became of the edits, and what the member may see
 *   {s, reset:1, c:[epoch, seq]}            the scope, now at `c`, comes anew; what is not in it at `resetEnd` goes
 *   {s, put:[…], drop:[…], c:[epoch, seq]}  records, and ids that left the scope; then the cursor is `c`. With `erase:[…]`:
 *                                           ids of which nothing may stay, whether they are in `drop` or not
 *   {s, resetEnd:1, c}                      the scope is complete again
 *   {end:1, more}                           last, once: without it the answer was cut off
 *
 * Since version 2 what is empty is left out (`ack`, `echo`, `put`, `drop`), and so are `more` when there is none, `p` when it is
 * the device's own and `minp` when it is 1, the `in` of an echo that is seen at home alone, and what the request itself said: its
 * scopes (`scopes-word.ts`), its edits' ids and values (`by-place.ts`).
 * A device passes over members it does not know: the endpoint may be newer.
 */

/**
 * What became of an edit: `a` applied, `m` merged, `c` conflict (kept for people to see), `b` send the text it started
 * from, `r:` and a code: refused.
 */
export type WireAck = "a" | "m" | "c" | "b" | `r:${RefusalCode}`;

/** A record on the wire: `t` its kind, `s` its home, `sh` the scopes it is shared with (none if missing), `del` 1 if deleted. */
export type WireRecord = {
  readonly id: RecordId;
  readonly t: string;
  readonly s: ScopeId;
  readonly sh?: readonly ScopeId[] | undefined;
  readonly ver: number;
  readonly del?: 1 | undefined;
  readonly f: Fields;
};

export type HeaderLine = {
  readonly h: 1;
  readonly p: number;
  /** The oldest version the endpoint answers; a device below it has to be updated. */
  readonly minp: number;
  readonly now: Instant;
  readonly ack: Readonly<Record<string, WireAck>>;
  /** The fates of the request's edits by their places, see `by-place.ts`. */
  readonly acks?: string | undefined;
  /** Missing: they are what the request said. */
  readonly scopes?: Readonly<Record<string, readonly [kind: ScopeKind, role: Role]>> | undefined;
  /**
   * The present state of every record that the acknowledged edits are about, and the scopes it is in. A record that is seen
   * differently in two scopes of the member comes twice.
   */
  readonly echo: readonly (WireRecord & {
    readonly in: readonly ScopeId[];
    /** Places of the request's edits that say what stands in fields with a 0 in `f`, see `by-place.ts`. */
    readonly as?: readonly number[] | undefined;
  })[];
};
export type ResetLine = {
  readonly s: ScopeId;
  readonly reset: 1;
  readonly c?: readonly [epoch: string, seq: number] | undefined;
};
export type ChunkLine = {
  readonly s: ScopeId;
  readonly put: readonly WireRecord[];
  readonly drop: readonly RecordId[];
  /** Records that were erased: unsent edits, drafts and whatever else the device has of one goes as well. */
  readonly erase?: readonly RecordId[] | undefined;
  readonly c: readonly [epoch: string, seq: number];
};
export type ResetEndLine = {
  readonly s: ScopeId;
  readonly resetEnd: 1;
  readonly c: readonly [epoch: string, seq: number];
};
export type EndLine = { readonly end: 1; readonly more: boolean };

/** One line of an answer. */
export type AnswerLine = HeaderLine | ResetLine | ChunkLine | ResetEndLine | EndLine;

const instant = v.custom<Instant>(isInstant);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const cursor = v.strictTuple([epochSchema(), count]);
const record = {
  id: recordIdSchema,
  t: v.string(),
  s: scopeIdSchema,
  sh: v.optional(v.array(scopeIdSchema)),
  // As an edit says it: one that was made on another version would be refused with everything beside it.
  ver: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  del: v.optional(v.literal(1)),
  f: membersSchema,
};
const acks = ["a", "m", "c", "b", ...refusalCodes.map((code) => `r:${code}` as const)] as const;
/** A newer endpoint may refuse for a reason this version has no word for: the edit goes to the tray all the same. */
const unknownRefusal = v.pipe(
  v.string(),
  v.startsWith("r:"),
  v.transform((): WireAck => "r:edit.value_invalid"),
);

const header = v.object({
  h: v.literal(1),
  p: v.optional(count, PROTOCOL_VERSION),
  minp: v.optional(count, 1),
  now: instant,
  ack: v.optional(v.record(v.string(), v.union([v.picklist(acks), unknownRefusal])), () => ({})),
  acks: v.optional(v.string()),
  scopes: v.optional(knownScopes()),
  echo: v.optional(v.array(echoed()), () => []),
});
function echoed() {
  return v.pipe(
    v.object({ ...record, in: v.optional(v.array(scopeIdSchema)), as: v.optional(v.array(count)) }),
    v.transform((echo) => ({ ...echo, in: echo.in ?? [echo.s] })),
  );
}

/** A newer endpoint may have scopes of a kind this version cannot show: they are passed over. */
function knownScopes(): v.GenericSchema<unknown, NonNullable<HeaderLine["scopes"]>> {
  const known = v.tuple([v.picklist(scopeKinds), v.picklist(roles)]);
  return v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((scopes) =>
      Object.fromEntries(
        Object.entries(scopes).flatMap(([id, scope]) => {
          const parsed = v.safeParse(known, scope);
          return parsed.success ? [[id, parsed.output]] : [];
        }),
      ),
    ),
  );
}

const reset = v.object({ s: scopeIdSchema, reset: v.literal(1), c: v.optional(cursor) });
/** The schema of a line of records. */
export const chunkLineSchema: v.GenericSchema<unknown, ChunkLine> = v.object({
  s: scopeIdSchema,
  put: v.optional(v.array(v.object(record)), () => []),
  drop: v.optional(v.array(recordIdSchema), () => []),
  erase: v.optional(v.array(recordIdSchema)),
  c: cursor,
}) as v.GenericSchema<unknown, ChunkLine>;
const resetEnd = v.object({ s: scopeIdSchema, resetEnd: v.literal(1), c: cursor });
const end = v.object({ end: v.literal(1), more: v.optional(v.boolean(), false) });

/** The schema of each line of an answer. */
export const answerLineSchema: v.GenericSchema<unknown, AnswerLine> = v.union([
  header,
  reset,
  resetEnd,
  end,
  // What is left of a line about a scope: all that it says may be its cursor.
  chunkLineSchema,
]) as v.GenericSchema<unknown, AnswerLine>;

/** Reads one line of an answer. Fails with `network.not_katve`: something other than the endpoint answered, or broke it. */
export const parseAnswerLine = (text: string): Result<AnswerLine, "network.not_katve"> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail("network.not_katve");
  }
  const parsed = v.safeParse(answerLineSchema, json);
  return parsed.success ? ok(parsed.output) : fail("network.not_katve");
};

/** Writes a line for a device of a version. That of version 1 wants every member, however empty. */
export const lineToText = (line: AnswerLine, version: number): string =>
  JSON.stringify(version === 1 ? line : withoutEmpty(line, version));

const withoutEmpty = (line: AnswerLine, version: number): object => {
  if ("echo" in line) {
    const { p, minp, ack, echo, ...rest } = line;
    return {
      ...rest,
      ...(p === version ? {} : { p }),
      ...(minp === 1 ? {} : { minp }),
      ...(Object.keys(ack).length === 0 ? {} : { ack }),
      ...(echo.length === 0 ? {} : { echo: echo.map(withoutHome) }),
    };
  }
  if ("put" in line) {
    const { put, drop, ...rest } = line;
    return {
      ...rest,
      ...(put.length === 0 ? {} : { put }),
      ...(drop.length === 0 ? {} : { drop }),
    };
  }
  return "end" in line && !line.more ? { end: line.end } : line;
};

const withoutHome = ({ in: seenIn, ...record }: HeaderLine["echo"][number]): object =>
  seenIn.length === 1 && seenIn[0] === record.s ? record : { ...record, in: seenIn };

/** Writes a record for the wire. */
export const recordToWire = (state: RecordState): WireRecord => ({
  id: state.id,
  t: state.kind,
  s: state.home,
  ...(state.shares.length > 0 ? { sh: state.shares } : {}),
  ver: state.ver,
  ...(state.deleted ? { del: 1 as const } : {}),
  f: state.fields,
});

/** Reads a record off the wire. */
export const wireToRecord = (wire: WireRecord): RecordState => ({
  id: wire.id,
  kind: wire.t,
  home: wire.s,
  shares: wire.sh ?? [],
  ver: wire.ver,
  deleted: wire.del === 1,
  fields: wire.f,
});

/** The id of the edit an acknowledgement is about comes as a plain member name; the endpoint only sends back what it got. */
export const ackEntries = (header: HeaderLine): [OpId, WireAck][] =>
  Object.entries(header.ack) as [OpId, WireAck][];
