import { recordsOfOp } from "#domain/erasure.ts";
import { makeRecordId } from "#domain/ids.ts";
import { ownMember } from "#domain/json.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { type Applied, refused, writerOf } from "#domain/merge/standing.ts";
import type { Clash, Entity } from "#domain/merge/entity.ts";
import type { Op, ShareOp } from "#domain/op.ts";
import { correctedTime } from "#domain/stamp.ts";
import type { WireAck } from "#protocol/sync-answer.ts";
import { type Batch, keep } from "./batch.ts";
import { judgeOp } from "./judge.ts";
import { conflictFields, newEntity } from "./make.ts";
import { conflictsTakenBack, sharesOfConflict, touchScopes } from "./sharing.ts";
import { isTooOld } from "./too-old.ts";

/** Decides one edit and takes what comes of it into the batch. */
export const answerOp = (batch: Batch, sent: Op): void => {
  const op = onTopOfStanding(batch, sent);
  const entity = batch.entities.get(op.record) ?? null;
  const applied = refusedUnseen(batch, entity, op) ?? judge(batch, entity, op);
  const answered = { record: op.record, ack: ackOf(applied) };
  if (applied.result === "refused") {
    batch.seenOfRefused.set(op.id, op.seen);
    batch.fresh.set(op.id, { ...answered, seen: op.seen });
    return;
  }
  batch.fresh.set(op.id, answered);
  if (applied.result === "needs-base") return;
  if (op.verb === "text") keepText(batch, op, applied);
  batch.earlier.push({ op, earlier: applied.earlier });
  touchScopes(batch.touched, entity, applied.entity, op);
  keep(batch, applied.entity);
  for (const conflict of conflictsOf(batch, entity, op, applied)) {
    batch.touched.put(conflict, [conflict.home, ...conflict.shares]);
    keep(batch, conflict);
  }
  if (op.verb === "unshare") takeBackConflicts(batch, op);
};

/**
 * A text is found again where it stands and, once it no longer does, among the earlier values. Only one that neither stands nor
 * ever stood has to be kept: that of an author whose words were merged with others, and who may be writing on.
 */
const keepText = (
  { texts }: Batch,
  op: Extract<Op, { verb: "text" }>,
  { entity, earlier }: Extract<Applied, { readonly entity: Entity }>,
): void => {
  for (const { field, value } of earlier) {
    if (typeof value === "string") texts.note(op.record, field, value);
  }
  if (op.value === entity.fields[op.field]) return;
  if (!earlier.some(({ value }) => value === op.value)) texts.keep(op.record, op.field, op.value);
};

/** What is refused whatever it says. Erasure comes first: of what it is about nothing may stay in the tray. */
const refusedUnseen = (batch: Batch, entity: Entity | null, op: Op): Applied | null => {
  const { erased, push, enrolledAt } = batch;
  if (recordsOfOp(op, entity?.kind ?? null).some((id) => erased.has(id))) {
    return refused("edit.erased");
  }
  const isForgotten = isTooOld(op, { arrivedAt: push.arrivedAt, enrolledAt });
  return isForgotten ? refused("edit.too_old") : null;
};

const takeBackConflicts = (batch: Batch, op: ShareOp): void => {
  for (const conflict of conflictsTakenBack(batch.entities.values(), op)) {
    batch.touched.put(conflict, [conflict.home, ...conflict.shares]);
    batch.touched.drop(conflict, op.scope);
    keep(batch, conflict);
  }
};

/** An edit made on top of one that was refused: its author had seen what the author of that one had. */
const onTopOfStanding = ({ seenOfRefused }: Batch, op: Op): Op => {
  const seen = "after" in op.seen ? seenOfRefused.get(op.seen.after) : undefined;
  return seen === undefined ? op : { ...op, seen };
};

const judge = (
  { push, deps, texts, partners, lineage }: Batch,
  entity: Entity | null,
  op: Op,
): Applied => {
  const { author, membership, sentAt, arrivedAt } = push;
  const at = correctedTime({ at: op.at, endpointAt: op.endpointAt, sentAt, arrivedAt });
  try {
    return judgeOp(entity, op, { author, membership, at, texts, partners, lineage });
  } catch (defect) {
    // The same edit would break it again, and for ever keep those behind it back: it stays on the device instead.
    deps.onDefect(defect);
    return { result: "refused", reason: "edit.value_invalid" };
  }
};

const ackOf = (applied: Applied): WireAck => {
  switch (applied.result) {
    case "applied":
      return "a";
    case "merged":
      return "m";
    case "conflict":
      return "c";
    case "needs-base":
      return "b";
    case "refused":
      return `r:${applied.reason}`;
    default:
      return applied satisfies never;
  }
};

/**
 * The conflict records that an edit leads to. Two people who close the same conflict at once lead to none: a conflict about
 * a conflict would only ask again what has been answered twice. Of their two answers the later stands, the other is in `earlier`.
 */
const conflictsOf = (
  { deps }: Batch,
  before: Entity | null,
  op: Op,
  { entity, clashes }: { readonly entity: Entity; readonly clashes: readonly Clash[] },
): Entity[] => {
  if (entity.kind === conflictKind.name) return [];
  // A merged text bears the stamp of the edit that lost in it; what is kept there was there before.
  const stamps = (op.verb === "text" ? before?.stamps : entity.stamps) ?? {};
  return clashes.map((clash) => ({
    ...newEntity(
      conflictKind,
      makeRecordId(deps.chance),
      entity.home,
      conflictFields(entity.id, clash, writerOf(ownMember(stamps, clash.field))),
    ),
    shares: sharesOfConflict(entity, clash.field),
  }));
};
