import { firstVersion, unbroken } from "../era.ts";
import { type Json, ownMember } from "../json.ts";
import type { DelOp, NewOp, Op, TextOp } from "../op.ts";
import { hasRoom, readPath } from "../fields/path.ts";
import { hadInSight } from "./causality.ts";
import type { Earlier, Entity, FieldStamp, Writer } from "./entity.ts";
import { applyAdd, applyInc, applyRem } from "./items.ts";
import { applySet } from "./set.ts";
import { applyShare } from "./share.ts";
import {
  type Applied,
  type ApplyContext,
  merged,
  nextVersion,
  overwritten,
  refused,
  standing,
  withValue,
  writerOf,
} from "./standing.ts";
import { mergeText } from "./text.ts";

/**
 * Applies one edit to the present state of its record. Rights and values were checked before; this is the merge alone.
 * Every value that stops standing comes back in `earlier`, every concurrent loser also in `clashes`: nothing is dropped.
 */
export const applyOp = (entity: Entity | null, op: Op, context: ApplyContext): Applied => {
  if (op.verb === "new") {
    return entity === null ? createEntity(op, context) : refused("edit.record_exists");
  }
  if (entity === null) return refused("edit.record_unknown");
  if (entity.deleted) return refused("edit.record_deleted");
  if ("field" in op && !hasRoom(entity.fields, op.field)) return refused("edit.value_invalid");
  switch (op.verb) {
    case "set":
      return applySet(entity, op, context);
    case "text":
      return applyText(entity, op, context);
    case "del":
      return applyDel(entity, op, context);
    case "inc":
      return applyInc(entity, op, context);
    case "rem":
      return applyRem(entity, op, context);
    case "add":
      return applyAdd(entity, op, context);
    case "share":
    case "unshare":
      return applyShare(entity, op, context);
    default:
      return op satisfies never;
  }
};

/**
 * Deletes a record that its deleter has seen as it is. Refused with `edit.record_changed` if somebody on another device has
 * written in it since, also when that was merged into a text of the deleter's own: what nobody has read must not go
 * without a word. After a restoration that holds as well for what the deleter may have seen only as the loser of a conflict.
 */
const applyDel = (
  entity: Entity,
  op: DelOp,
  { author, lineage = unbroken }: ApplyContext,
): Applied => {
  const isUnseen = Object.values(entity.stamps).some(
    (stamp) =>
      (stamp.device !== author.device || stamp.isMixed === true) &&
      !hadInSight(entity, stamp, op, author, lineage),
  );
  return isUnseen
    ? refused("edit.record_changed")
    : standing({ ...nextVersion(entity), deleted: true });
};

const createEntity = (op: NewOp, { lineage = unbroken }: ApplyContext): Applied =>
  standing({
    id: op.record,
    kind: op.value.kind,
    home: op.value.home,
    shares: [],
    ver: firstVersion(lineage),
    deleted: false,
    fields: op.value.fields,
    stamps: {},
  });

const applyText = (entity: Entity, op: TextOp, context: ApplyContext): Applied => {
  const written = readPath(entity.fields, op.field) ?? "";
  const present = textOfField(written);
  const base = context.textOf(op.hash);
  if (base === undefined) return { result: "needs-base" };
  const stamp = ownMember(entity.stamps, op.field);
  const both = mergeText(base, present, op.value);
  const earlier: Earlier[] = written === both.text ? [] : [overwritten(op.field, written, stamp)];
  const by = { member: context.author.member, device: context.author.device, at: context.at };
  const isMixed = present !== base;
  const next = noting(withValue(entity, op, both.text, context), op.field, {
    ...(isMixed && { isMixed }),
    writer: textWriter(both.text, { present, incoming: op.value, before: writerOf(stamp), by }),
  });
  if (!isMixed) return standing(next, earlier);
  if (both.clashes === 0) return merged(next, earlier);
  return {
    result: "conflict",
    entity: next,
    earlier: [...earlier, { field: op.field, value: op.value, why: "conflict", by }],
    clashes: [
      {
        field: op.field,
        kept: both.text,
        lost: op.value,
        lostBy: context.author.member,
        lostAt: context.at,
      },
    ],
  };
};

type Merging = {
  readonly present: string;
  readonly incoming: string;
  readonly before: Writer | null;
  readonly by: Writer;
};

/** Whose a text is after an edit `by` somebody: still that of the one `before`, the author's, or both people's. */
const textWriter = (text: string, { present, incoming, before, by }: Merging): Writer | null => {
  if (text === present) return before;
  const isOwn = text === incoming || (before?.member === by.member && before.isJoint !== true);
  return isOwn ? by : { ...by, isJoint: true };
};

/**
 * Adds to what a field's stamp says of the value. Of a mixed one, whoever saw what its writer had written before a loss
 * (`was`) has not seen all.
 */
const noting = (
  entity: Entity,
  field: string,
  more: Pick<FieldStamp, "isMixed" | "writer">,
): Entity => {
  const stamp = ownMember(entity.stamps, field);
  if (stamp === undefined) return entity;
  const { was: _, ...plain } = stamp;
  const noted = { ...(more.isMixed === true ? plain : stamp), ...more };
  return { ...entity, stamps: { ...entity.stamps, [field]: noted } };
};

/** The writing in a text field; a record of another version may hold something else there, which reads as none. */
export const textOfField = (value: Json | undefined): string =>
  typeof value === "string" ? value : "";
