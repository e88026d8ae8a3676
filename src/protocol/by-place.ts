import { isSameJson } from "#domain/json.ts";
import type { RefusalCode } from "#domain/failure.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { WireOp } from "./op.ts";
import type { HeaderLine, WireAck } from "./sync-answer.ts";

/*
 * An answer need not repeat what its request said. Since version 2 a header speaks of the request's edits by their places:
 *
 *   acks   one letter for each edit: its fate (`a`, `m`, `c`, `b`), `r` for a refused one whose code is in `ack`, and `-` for one
 *          that was not answered. `ack` itself has only refusals, and edits of earlier requests.
 *   as     of an echo: the places of edits that say what now stands in their field; in `f` there is a 0 in its place, so that
 *          the record comes back to the letter, the order of its members included
 *
 * An answer to many edits has several headers. Each speaks of as many edits as `acks` has letters, those that come after the edits
 * of the header before; places are counted from the first of them.
 *
 * That takes 150 B off the answer to one edit, and half of the answer to five hundred.
 */

type Echo = HeaderLine["echo"][number];

/**
 * Says of a request's edits by their places what can be said so; `fates` are those of all answered edits by their ids.
 * {@link fromPlaces} takes it back.
 */
export const byPlace = (
  header: Omit<HeaderLine, "ack">,
  fates: ReadonlyMap<string, WireAck>,
  ops: readonly WireOp[],
): HeaderLine => {
  if (ops.length === 0) return { ...header, ack: Object.fromEntries(fates) };
  const places = lastPlaces(ops);
  const sent = new Set<string>(ops.map(({ o }) => o));
  const kept = [...fates].filter(([id, ack]) => !sent.has(id) || isRefusal(ack));
  return {
    ...header,
    acks: ops.map(({ o }) => letterOf(fates.get(o))).join(""),
    ack: Object.fromEntries(kept),
    echo: header.echo.map((echo) => echoByPlace(echo, places.get(echo.id) ?? [], ops)),
  };
};

const isRefusal = (ack: WireAck): ack is `r:${RefusalCode}` => ack.startsWith("r:");

const letterOf = (ack: WireAck | undefined): string => (ack === undefined ? "-" : ack.charAt(0));

/** By record, the place of the last edit of each whole field. */
const lastPlaces = (ops: readonly WireOp[]): Map<string, readonly number[]> => {
  const byRecord = new Map<string, Map<string, number>>();
  for (const [place, op] of ops.entries()) {
    if (!isOfField(op)) continue;
    const byField = byRecord.get(op.e) ?? new Map<string, number>();
    byRecord.set(op.e, byField.set(op.f, place));
  }
  return new Map([...byRecord].map(([record, byField]) => [record, [...byField.values()]]));
};

type FieldOp = Extract<WireOp, { readonly k: "set" | "text" }>;

const isOfField = (op: WireOp): op is FieldOp =>
  (op.k === "set" || op.k === "text") && !op.f.includes(".");

/** A projection stays as it is: a field that is missing there may be one its reader must not see. */
const echoByPlace = (echo: Echo, places: readonly number[], ops: readonly WireOp[]): Echo => {
  const standing = echo.in.includes(echo.s)
    ? places.filter((place) => {
        const op = ops[place];
        return (
          op !== undefined &&
          isOfField(op) &&
          Object.hasOwn(echo.f, op.f) &&
          isSameJson(echo.f[op.f], op.v)
        );
      })
    : [];
  if (standing.length === 0) return echo;
  const said = new Set(standing.map((place) => (ops[place] as FieldOp).f));
  const f = Object.fromEntries(
    Object.entries(echo.f).map(([field, value]) => [field, said.has(field) ? 0 : value]),
  );
  return { ...echo, f, as: standing };
};

/** Reads a header with edits of its request at hand. */
export type ReadHeader = (header: HeaderLine) => Result<HeaderLine, "network.not_katve">;

/** Makes the reader of one answer's headers, which are read in their order. It fails as {@link fromPlaces} does. */
export const readerOfPlaces = (ops: readonly WireOp[]): ReadHeader => {
  let spokenOf = 0;
  return (header) => {
    const of = ops.slice(spokenOf, spokenOf + (header.acks?.length ?? 0));
    spokenOf += of.length;
    return fromPlaces(header, of);
  };
};

/**
 * Reads a header with the edits at hand that it speaks of. Fails with `network.not_katve` when it speaks of edits that the
 * request does not have.
 */
export const fromPlaces = (
  header: HeaderLine,
  ops: readonly WireOp[],
): Result<HeaderLine, "network.not_katve"> => {
  const { acks, ...rest } = header;
  const ack: Record<string, WireAck> = { ...header.ack };
  if (acks !== undefined) {
    if (acks.length !== ops.length) return fail("network.not_katve");
    for (const [place, { o }] of ops.entries()) {
      const letter = acks.charAt(place);
      if (letter === "r" ? ack[o] === undefined : !isLetter(letter))
        return fail("network.not_katve");
      if (letter !== "-" && letter !== "r") ack[o] = letter as WireAck;
    }
  }
  const echo: Echo[] = [];
  for (const { as = [], ...record } of header.echo) {
    const said = as.map((place) => ops[place]);
    const isAboutIt = (op: WireOp | undefined) =>
      op !== undefined && isOfField(op) && op.e === record.id && Object.hasOwn(record.f, op.f);
    if (!said.every(isAboutIt)) return fail("network.not_katve");
    const values = (said as readonly FieldOp[]).map((op) => [op.f, op.v] as const);
    echo.push({ ...record, f: { ...record.f, ...Object.fromEntries(values) } });
  }
  return ok({ ...rest, ack, echo });
};

const isLetter = (letter: string): boolean => ["a", "m", "c", "b", "-"].includes(letter);
