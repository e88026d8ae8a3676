import { eraOf, latestOfEach, type Lineage, reaches } from "../era.ts";
import type { Author, DelOp, Op, Seen } from "../op.ts";
import type { Entity, FieldStamp } from "./entity.ts";

/**
 * Whether the author of an edit saw the present value: it came with the record, from the author, or with a version the
 * author had. A version of an era that these data did not go through says nothing about their edits, except those that
 * were made again after the same loss (`was`) and the device's own, which it sends in the order it made them.
 */
export const sawPresent = (
  stamp: FieldStamp | undefined,
  seen: Seen,
  author: Author,
  lineage: Lineage,
): boolean => {
  if (stamp === undefined) return true;
  if ("after" in seen) return [stamp.op, ...(stamp.same ?? [])].includes(seen.after);
  if (reaches([seen.ver], stamp.was ?? [])) return true;
  if (lineage.has(eraOf(seen.ver))) return stamp.ver <= seen.ver;
  return stamp.device === author.device && stamp.isMixed !== true;
};

/**
 * Whether the author of a deletion had the value under a stamp of the record in sight for certain. Whoever saw the record in a
 * past that was undone may have seen the value that this one lost against, and the conflict that kept it went with the data.
 * So neither counts what came back (`was`), nor a version later than all that these data still show of its era.
 */
export const hadInSight = (
  entity: Entity,
  stamp: FieldStamp,
  op: DelOp,
  author: Author,
  lineage: Lineage,
): boolean => {
  const { was: _, ...present } = stamp;
  if (!sawPresent(present, op.seen, author, lineage)) return false;
  const known = Object.values(entity.stamps).map(({ ver }) => ver);
  return !("ver" in op.seen) || !sawOtherEra(entity, op) || reaches(known, [op.seen.ver]);
};

/**
 * Whether whoever wrote the present value had seen this edit: it was acknowledged once, lost with the endpoint's data, and
 * comes back behind an edit that was made on top of it.
 */
export const wasSeenByPresent = (stamp: FieldStamp | undefined, op: Op): boolean =>
  reaches(stamp?.past ?? [], op.was ?? []);

/** Whether the author of an edit had the record in another era than it is in now: perhaps with edits that were lost since. */
export const sawOtherEra = (entity: Entity, { seen }: Op): boolean =>
  "ver" in seen && eraOf(seen.ver) !== eraOf(entity.ver);

/** What a stamp says of eras that were undone. */
export type Traces = Pick<FieldStamp, "was" | "past">;

/**
 * What the value an edit leaves has of eras that were undone: the versions it was acknowledged at (`was`), and the latest
 * versions of earlier eras that its author, or those whose values the author overwrote knowingly, had seen (`past`).
 */
export const tracesOf = (
  entity: Entity,
  stamp: FieldStamp | undefined,
  op: Op,
  isSeen: boolean,
): Traces => {
  const own = "ver" in op.seen && sawOtherEra(entity, op) ? [op.seen.ver] : [];
  const past = latestOfEach([...own, ...((isSeen ? stamp?.past : undefined) ?? [])]);
  return {
    ...(op.was === undefined ? {} : { was: op.was }),
    ...(past.length === 0 ? {} : { past }),
  };
};

/** The traces of a value that two edits gave: whoever saw one of them saw it, and its authors saw what either of them had. */
export const traceOfSame = (one: Traces, other: Traces): Traces => {
  const was = latestOfEach([...(one.was ?? []), ...(other.was ?? [])]);
  const past = latestOfEach([...(one.past ?? []), ...(other.past ?? [])]);
  return { ...(was.length > 0 && { was }), ...(past.length > 0 && { past }) };
};
