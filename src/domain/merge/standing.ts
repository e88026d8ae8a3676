import type { RefusalCode } from "../failure.ts";
import type { OpId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import type { Json } from "../json.ts";
import type { Author, Seen } from "../op.ts";
import { writePath } from "../path.ts";
import type { Clash, Earlier, Entity, FieldStamp } from "./entity.ts";

/** What the endpoint knows about an edit beside the edit itself. */
export type ApplyContext = {
  readonly author: Author;
  /** See `correctedTime`. */
  readonly at: Instant;
  /** The text whose hash the edit names, if it is still known: the present text, an earlier one, or one sent along. */
  readonly textOf: (hash: string) => string | undefined;
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

/** The author saw the present value: it came with the record, or with a version the author had, or from the author. */
export const sawPresent = (stamp: FieldStamp | undefined, seen: Seen): boolean =>
  stamp === undefined ||
  ("ver" in seen
    ? stamp.ver <= seen.ver
    : stamp.op === seen.after || (stamp.same ?? []).includes(seen.after));

/** The next version of a record with another value at the edit's path, or without one (`undefined`). */
export const withValue = (
  entity: Entity,
  op: { readonly id: OpId; readonly field: string },
  value: Json | undefined,
  { author, at }: Pick<ApplyContext, "author" | "at">,
): Entity => ({
  ...entity,
  ver: entity.ver + 1,
  fields: writePath(entity.fields, op.field, value),
  stamps: {
    ...entity.stamps,
    [op.field]: {
      ver: entity.ver + 1,
      op: op.id,
      at,
      member: author.member,
      device: author.device,
    },
  },
});

/** Who wrote something when, and on which device. */
export type Writer = Pick<FieldStamp, "member" | "device" | "at">;

/** The writer as it is kept beside a value that no longer stands; `null` for what a record was made with. */
export const writerOf = (stamp: Writer | undefined): Earlier["by"] =>
  stamp === undefined ? null : { member: stamp.member, device: stamp.device, at: stamp.at };

/** A value that somebody overwrote or removed who had seen it. */
export const overwritten = (
  field: string,
  value: Json,
  stamp: FieldStamp | undefined,
): Earlier => ({ field, value, why: "overwritten", by: writerOf(stamp) });
