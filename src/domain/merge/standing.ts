import { type Lineage, unbroken } from "../era.ts";
import type { RefusalCode } from "../failure.ts";
import type { Instant } from "../instant.ts";
import { type Json, ownMember } from "../json.ts";
import type { Author, Op } from "../op.ts";
import { writePath } from "../fields/path.ts";
import { sawPresent, tracesOf } from "./causality.ts";
import type { Clash, Earlier, Entity, FieldStamp, Writer } from "./entity.ts";

/** What the endpoint knows about an edit beside the edit itself. */
export type ApplyContext = {
  readonly author: Author;
  /** See `correctedTime`. */
  readonly at: Instant;
  /** The text whose hash the edit names, if it is still known: the present text, an earlier one, or one sent along. */
  readonly textOf: (hash: string) => string | undefined;
  /** The eras of the endpoint's data; without it, they were never restored. */
  readonly lineage?: Lineage;
};

/**
 * What came of an edit. `applied`: it stands. `merged`: it stands together with what others wrote.
 * `conflict`: something of it or of the other value could not stand, and `clashes` keeps it.
 * `refused`: nothing changed, and the device keeps the edit. `needs-base`: nothing changed, and the device has to send the
 * text the author saw.
 */
export type Applied =
  | {
      readonly result: "applied" | "merged" | "conflict";
      readonly entity: Entity;
      readonly earlier: readonly Earlier[];
      readonly clashes: readonly Clash[];
    }
  | { readonly result: "refused"; readonly reason: RefusalCode }
  | { readonly result: "needs-base" };

/** An edit that changed nothing. */
export const refused = (reason: RefusalCode): Applied => ({ result: "refused", reason });

/** An edit that stands as it is. */
export const standing = (entity: Entity, earlier: readonly Earlier[] = []): Applied => ({
  result: "applied",
  entity,
  earlier,
  clashes: [],
});

/** An edit that gave way to something its author had not seen, without anything being lost. */
export const merged = (entity: Entity, earlier: readonly Earlier[] = []): Applied => ({
  result: "merged",
  entity,
  earlier,
  clashes: [],
});

/** The next version of a record in which nothing has changed. */
export const nextVersion = (entity: Entity): Entity => ({ ...entity, ver: entity.ver + 1 });

/** The next version of a record with another value at the edit's path, or without one (`undefined`). */
export const withValue = (
  entity: Entity,
  op: Op & { readonly field: string },
  value: Json | undefined,
  context: ApplyContext,
): Entity => ({
  ...entity,
  ver: entity.ver + 1,
  fields: writePath(entity.fields, op.field, value),
  stamps: { ...entity.stamps, [op.field]: stampOf(entity, op, op.field, context) },
});

/** The stamp that an edit leaves under a name. */
export const stampOf = (
  entity: Entity,
  op: Op,
  name: string,
  { author, at, lineage = unbroken }: ApplyContext,
): FieldStamp => {
  const stamp = ownMember(entity.stamps, name);
  const isSeen = sawPresent(stamp, op.seen, author, lineage);
  return {
    ver: entity.ver + 1,
    op: op.id,
    at,
    member: author.member,
    device: author.device,
    ...tracesOf(entity, stamp, op, isSeen),
  };
};

/** Whether the author of an edit saw what stands at its path. */
export const sawValue = (
  entity: Entity,
  op: Op & { readonly field: string },
  { author, lineage = unbroken }: ApplyContext,
): boolean => sawPresent(ownMember(entity.stamps, op.field), op.seen, author, lineage);

/** An edit that comes back behind one that was made on top of it: its value goes to the earlier ones. */
export const cameLate = (
  entity: Entity,
  field: string,
  value: Json,
  { author, at }: ApplyContext,
): Applied =>
  standing(nextVersion(entity), [
    overwritten(field, value, { member: author.member, device: author.device, at }),
  ]);

type Written = Pick<FieldStamp, "member" | "device" | "at" | "isMixed" | "writer">;

/** Whose a value is that bears a stamp, as it is kept beside a value that no longer stands; `null` for what a record was made with. */
export const writerOf = (stamp: Written | undefined): Writer | null => {
  if (stamp === undefined) return null;
  if (stamp.writer !== undefined) return stamp.writer;
  const { member, device, at, isMixed } = stamp;
  return { member, device, at, ...(isMixed && { isJoint: true as const }) };
};

/** A value that somebody overwrote or removed who had seen it. */
export const overwritten = (field: string, value: Json, stamp: Written | undefined): Earlier => ({
  field,
  value,
  why: "overwritten",
  by: writerOf(stamp),
});
