import { countMax, readNote } from "../fields/item-fields.ts";
import type { Instant } from "../instant.ts";
import { type Fields, type Json, ownMember } from "../json.ts";
import type { AddOp, IncOp, RemOp } from "../op.ts";
import { parsePath, readPath } from "../fields/path.ts";
import { sawOtherEra, wasSeenByPresent } from "./causality.ts";
import type { Entity } from "./entity.ts";
import {
  type Applied,
  type ApplyContext,
  cameLate,
  merged,
  nextVersion,
  overwritten,
  refused,
  sawValue,
  standing,
  withValue,
} from "./standing.ts";

/**
 * Adds to a counter. Additions commute and each edit is applied once, so none is concurrent with another; the stamp only
 * tells a deleter that somebody has counted meanwhile.
 * Refused with `edit.value_invalid` where something else than a counter is, or beyond {@link countMax}.
 */
export const applyInc = (entity: Entity, op: IncOp, context: ApplyContext): Applied => {
  const sum = counted(entity.fields, op);
  if (sum === null) return refused("edit.value_invalid");
  return standing(withValue(entity, op, sum, context));
};

/** The counter after the addition; `null` where it cannot be made. */
export const counted = (fields: Fields, op: IncOp): number | null => {
  const present = readPath(fields, op.field) ?? 0;
  if (typeof present !== "number") return null;
  const sum = present + op.value;
  return Number.isSafeInteger(sum) && Math.abs(sum) <= countMax ? sum : null;
};

/**
 * Removes an item, if its remover had seen what it is now; what somebody else made of it meanwhile stays. Its stamp stays
 * too, so that an edit by somebody who has not seen the removal is known to be concurrent with it.
 */
export const applyRem = (entity: Entity, op: RemOp, context: ApplyContext): Applied => {
  const present = readPath(entity.fields, op.field);
  const stamp = ownMember(entity.stamps, op.field);
  if (present === undefined) {
    // What it removed may have been lost, and come back behind it: then its stamp tells.
    const isLost = op.was !== undefined || sawOtherEra(entity, op);
    return standing(isLost ? withValue(entity, op, undefined, context) : nextVersion(entity));
  }
  if (!sawValue(entity, op, context)) return merged(nextVersion(entity));
  return standing(withValue(entity, op, undefined, context), [
    overwritten(op.field, present, stamp),
  ]);
};

/** Adds an entry, dated by the endpoint. Refused with `edit.value_invalid` under a name that is taken. */
export const applyAdd = (entity: Entity, op: AddOp, context: ApplyContext): Applied => {
  if (readPath(entity.fields, op.field) !== undefined) return refused("edit.value_invalid");
  const note = datedNote(op.value, context.at);
  return wasSeenByPresent(ownMember(entity.stamps, op.field), op)
    ? cameLate(entity, op.field, note, context)
    : standing(withValue(entity, op, note, context));
};

/** An entry of a list of notes with the time the endpoint goes by; anything else as it is. */
const datedNote = (value: Json, at: Instant): Json => {
  const note = readNote(value);
  return note === null ? value : { ...note, at };
};

/**
 * A changed entry keeps the time at which it was first written; every other value is as its author wants it. A thing to do
 * may have all that an entry has, and is told by its `done`: its time is that of the last tick.
 */
export const changedItem = (path: string, present: Json | undefined, value: Json): Json => {
  if (parsePath(path).item === null || doneOf(value) !== null) return value;
  const note = readNote(present);
  return note === null ? value : datedNote(value, note.at);
};

/** Whether a concurrent tick or untick decides which value stands: `incoming` or `present` is the ticked one. */
export const tickedOne = (present: Json, incoming: Json): "present" | "incoming" | null => {
  const was = doneOf(present);
  const is = doneOf(incoming);
  if (was === null || is === null || was === is) return null;
  return is ? "incoming" : "present";
};

const doneOf = (value: Json): boolean | null => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const done = ownMember(value as Fields, "done");
  return typeof done === "boolean" ? done : null;
};
