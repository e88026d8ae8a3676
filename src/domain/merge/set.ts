import type { FieldSet } from "../fields/field.ts";
import { isSameJson, type Json, ownMember } from "../json.ts";
import { kindOf } from "../kinds/all.ts";
import type { SetOp } from "../op.ts";
import { parsePath, readPath } from "../fields/path.ts";
import { traceOfSame, wasSeenByPresent } from "./causality.ts";
import type { Entity, FieldStamp } from "./entity.ts";
import { changedItem, tickedOne } from "./items.ts";
import {
  type Applied,
  type ApplyContext,
  cameLate,
  merged,
  nextVersion,
  overwritten,
  sawValue,
  standing,
  withValue,
  writerOf,
} from "./standing.ts";

type Maker = Pick<FieldStamp, "member" | "device" | "at">;

const isLater = (one: Maker, other: Maker): boolean =>
  one.at === other.at ? one.device > other.device : one.at > other.at;

/**
 * Replaces a register, or one item. Concurrent with somebody else's: the later corrected time wins (tie: the greater device
 * id), of ticks the ticked one, and the other value is kept and shown. Of readings the other is gone.
 */
export const applySet = (entity: Entity, op: SetOp, context: ApplyContext): Applied => {
  const there = readPath(entity.fields, op.field);
  const present = there ?? null;
  const value = changedItem(op.field, there, op.value);
  const stamp = ownMember(entity.stamps, op.field);
  const incoming = { member: context.author.member, device: context.author.device, at: context.at };
  const isSeen = sawValue(entity, op, context);
  if (isReading(entity.kind, op.field)) {
    const isSuperseded =
      wasSeenByPresent(stamp, op) || !(isSeen || stamp === undefined || isLater(incoming, stamp));
    return standing(isSuperseded ? nextVersion(entity) : withValue(entity, op, value, context));
  }
  if (wasSeenByPresent(stamp, op)) return cameLate(entity, op.field, value, context);
  if (there === undefined && parsePath(op.field).item !== null) {
    // A new item, or one that somebody removed who had not seen this: writing wins over removing.
    const next = withValue(entity, op, value, context);
    return isSeen ? standing(next) : merged(next);
  }
  if (isSameJson(present, value)) return standing(withSame(entity, op, value, context));
  if (isSeen || stamp === undefined) {
    return standing(withValue(entity, op, value, context), [overwritten(op.field, present, stamp)]);
  }
  const ticked = tickedOne(present, value);
  const incomingWins = ticked === null ? isLater(incoming, stamp) : ticked === "incoming";
  const lost = incomingWins ? { value: present, by: stamp } : { value, by: incoming };
  return {
    result: "conflict",
    entity: incomingWins ? withValue(entity, op, value, context) : nextVersion(entity),
    earlier: [{ field: op.field, value: lost.value, why: "conflict", by: writerOf(lost.by) }],
    clashes: [
      {
        field: op.field,
        kept: incomingWins ? value : present,
        lost: lost.value,
        lostBy: lost.by.member,
        lostAt: lost.by.at,
      },
    ],
  };
};

const isReading = (kind: string, path: string): boolean => {
  const fields: FieldSet = kindOf(kind)?.fields ?? {};
  return ownMember(fields, parsePath(path).field)?.isReading === true;
};

/** At most this many further edits to a value are remembered: more than a team has members that wait at the same time. */
const sameMaxCount = 16;

/**
 * An edit to the value that is there already. The later of the two stays the writer, so that a third value between them
 * loses in whichever order they come; and the value is as old as it was, for all who have seen it.
 */
const withSame = (entity: Entity, op: SetOp, value: Json, context: ApplyContext): Entity => {
  const next = withValue(entity, op, value, context);
  const stamp = ownMember(entity.stamps, op.field);
  if (stamp === undefined) return next;
  const isLatest = isLater({ ...context.author, at: context.at }, stamp);
  const same = [...(stamp.same ?? []), isLatest ? stamp.op : op.id].slice(-sameMaxCount);
  const fresh = next.stamps[op.field] ?? stamp;
  const writer: FieldStamp = {
    ...(isLatest ? fresh : stamp),
    ...traceOfSame(stamp, fresh),
    ver: stamp.ver,
    same,
  };
  return { ...next, stamps: { ...next.stamps, [op.field]: writer } };
};
