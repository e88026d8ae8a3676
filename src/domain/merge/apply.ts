import type { RefusalCode } from "../failure.ts";
import type { Author, NewOp, Op, SetOp, TextOp } from "../op.ts";
import type { Instant } from "../instant.ts";
import { isSameJson, type Json, ownMember } from "../json.ts";
import type { Clash, Earlier, Entity, FieldStamp } from "./entity.ts";
import { mergeText } from "./text.ts";

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

/**
 * Applies one edit to the present state of its record. Rights and values were checked before; this is the merge alone.
 * Every value that stops standing comes back in `earlier`, every concurrent loser also in `clashes`: nothing is dropped.
 */
export const applyOp = (entity: Entity | null, op: Op, context: ApplyContext): Applied => {
  if (op.verb === "new") {
    return entity === null ? createEntity(op) : refused("edit.record_exists");
  }
  if (entity === null) return refused("edit.record_unknown");
  if (entity.deleted) return refused("edit.record_deleted");
  switch (op.verb) {
    case "set":
      return applySet(entity, op, context);
    case "text":
      return applyText(entity, op, context);
    case "del":
      return standing({ ...entity, ver: entity.ver + 1, deleted: true });
    case "inc":
    case "rem":
    case "share":
    case "unshare":
      return refused("edit.verb_unsupported");
    default:
      return op satisfies never;
  }
};

const refused = (reason: RefusalCode): Applied => ({ result: "refused", reason });

const standing = (entity: Entity, earlier: readonly Earlier[] = []): Applied => ({
  result: "applied",
  entity,
  earlier,
  clashes: [],
});

const createEntity = (op: NewOp): Applied =>
  standing({
    id: op.record,
    kind: op.value.kind,
    home: op.value.home,
    ver: 1,
    deleted: false,
    fields: op.value.fields,
    stamps: {},
  });

/** The author saw the present value: it came with the record, or with a version the author had, or from the author. */
const sawPresent = (stamp: FieldStamp | undefined, op: SetOp | TextOp): boolean =>
  stamp === undefined || ("ver" in op.seen ? stamp.ver <= op.seen.ver : stamp.op === op.seen.after);

type Writer = Pick<FieldStamp, "member" | "device" | "at">;

const isLater = (one: Writer, other: Writer): boolean =>
  one.at === other.at ? one.device > other.device : one.at > other.at;

const applySet = (entity: Entity, op: SetOp, context: ApplyContext): Applied => {
  const present = ownMember(entity.fields, op.field) ?? null;
  const stamp = ownMember(entity.stamps, op.field);
  const incoming = { member: context.author.member, device: context.author.device, at: context.at };
  const incomingWins = stamp === undefined || isLater(incoming, stamp);
  if (isSameJson(present, op.value)) {
    // The later of the two stays the writer, so that a third value between them loses in whichever order they come.
    const { at, ...author } = incomingWins ? incoming : stamp;
    return standing(withValue(entity, op, op.value, { author, at }));
  }
  if (sawPresent(stamp, op) || stamp === undefined) {
    return standing(withValue(entity, op, op.value, context), [
      { field: op.field, value: present, why: "overwritten", by: writerOf(stamp) },
    ]);
  }
  const lost = incomingWins ? { value: present, by: stamp } : { value: op.value, by: incoming };
  return {
    result: "conflict",
    entity: incomingWins
      ? withValue(entity, op, op.value, context)
      : { ...entity, ver: entity.ver + 1 },
    earlier: [{ field: op.field, value: lost.value, why: "conflict", by: writerOf(lost.by) }],
    clashes: [
      {
        field: op.field,
        kept: incomingWins ? op.value : present,
        lost: lost.value,
        lostBy: lost.by.member,
        lostAt: lost.by.at,
      },
    ],
  };
};

const applyText = (entity: Entity, op: TextOp, context: ApplyContext): Applied => {
  const written = ownMember(entity.fields, op.field) ?? "";
  const present = textOfField(written);
  const base = context.textOf(op.hash);
  if (base === undefined) return { result: "needs-base" };
  const stamp = ownMember(entity.stamps, op.field);
  const merged = mergeText(base, present, op.value);
  const next = withValue(entity, op, merged.text, context);
  const earlier: Earlier[] =
    written === merged.text
      ? []
      : [{ field: op.field, value: written, why: "overwritten", by: writerOf(stamp) }];
  if (present === base) return standing(next, earlier);
  if (merged.clashes === 0) return { result: "merged", entity: next, earlier, clashes: [] };
  const by = { member: context.author.member, device: context.author.device, at: context.at };
  return {
    result: "conflict",
    entity: next,
    earlier: [...earlier, { field: op.field, value: op.value, why: "conflict", by }],
    clashes: [
      {
        field: op.field,
        kept: merged.text,
        lost: op.value,
        lostBy: context.author.member,
        lostAt: context.at,
      },
    ],
  };
};

/** The writing in a text field; a record of another version may hold something else there, which reads as none. */
export const textOfField = (value: Json | undefined): string =>
  typeof value === "string" ? value : "";

const withValue = (
  entity: Entity,
  op: SetOp | TextOp,
  value: Json,
  { author, at }: Pick<ApplyContext, "author" | "at">,
): Entity => ({
  ...entity,
  ver: entity.ver + 1,
  fields: { ...entity.fields, [op.field]: value },
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

const writerOf = (stamp: Writer | undefined): Earlier["by"] =>
  stamp === undefined ? null : { member: stamp.member, device: stamp.device, at: stamp.at };
