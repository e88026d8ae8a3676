import type { Transaction } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { Lineage } from "#domain/era.ts";
import { recordsOfOp } from "#domain/erasure.ts";
import { makeRecordId, type OpId, type RecordId, type ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { ownMember } from "#domain/json.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { type Applied, refused } from "#domain/merge/standing.ts";
import type { Clash, Earlier, Entity } from "#domain/merge/entity.ts";
import type { Author, Op, Seen, ShareOp } from "#domain/op.ts";
import type { Membership } from "#domain/rights.ts";
import { correctedTime } from "#domain/stamp.ts";
import type { WireAck } from "#protocol/sync-answer.ts";
import type { Schema } from "../database/schema.ts";
import { erasedAmong } from "../lifetime/erase.ts";
import { loadLineage } from "../lifetime/lineage.ts";
import { type Answered, loadAnswers, loadSeenOfRefused, saveAnswers } from "./acks.ts";
import { saveEarlier } from "./earlier.ts";
import { openCalendars } from "../times/calendars.ts";
import { insertEntities, lockEntities, saveEntities } from "./entities.ts";
import { advanceFeeds, Touched } from "./feed.ts";
import { judgeOp } from "./judge.ts";
import { conflictFields, newEntity } from "./make.ts";
import { partnersFor } from "./partners.ts";
import {
  conflictsTakenBack,
  lockConflictsToTakeBack,
  sharesOfConflict,
  touchScopes,
} from "./sharing.ts";
import { ruleSlots } from "../times/rule-slots.ts";
import { loadTexts, type Texts } from "./texts.ts";

/** Edits as they arrive: whose, made and sent by which clocks, and the ids of others whose fate the device asks about. */
export type Push = {
  readonly author: Author;
  readonly membership: Membership;
  readonly ops: readonly Op[];
  readonly asked: readonly OpId[];
  /** The device's clock when it sent them, and the endpoint's when they arrived. */
  readonly sentAt: Instant;
  readonly arrivedAt: Instant;
};

/** What came of a push. `answers` holds every edit of it, and those asked about that the member was answered before. */
export type Pushed = {
  readonly answers: ReadonlyMap<OpId, Answered>;
  /** The answers among them that are new, without those to edits under another member's id. */
  readonly fresh: readonly WireAck[];
  readonly touched: Touched;
};

/** What a push needs beside the database. `onDefect` hears of an edit that broke the program and was refused for it. */
export type PushDeps = {
  readonly chance: Chance;
  /** The key under which erased records are remembered. */
  readonly erasureKey: string;
  readonly onDefect: (defect: unknown) => void;
};

/**
 * Applies edits in their order, inside the caller's transaction. An edit that was answered before gets the same answer
 * again and changes nothing; one that is refused, or breaks the program, does not keep the next ones from being applied.
 * An edit under an id that another member has used is refused with `edit.value_invalid`; that answer is not written down,
 * for the id's place is taken.
 */
export const applyPush = async (
  transaction: Transaction<Schema>,
  push: Push,
  deps: PushDeps,
): Promise<Pushed> => {
  // Locks come first where rows have them; only then is it certain which edits were answered.
  const calendars = await openCalendars(transaction, push.ops);
  const entities = await lockEntities(
    transaction,
    push.ops.map((op) => op.record),
  );
  const { given, taken } = await loadAnswers(
    transaction,
    [...push.ops.map((op) => op.id), ...push.asked],
    push.author.member,
  );
  const unanswered = push.ops.filter((op) => !given.has(op.id) && !taken.has(op.id));
  for (const conflict of await lockConflictsToTakeBack(transaction, unanswered)) {
    if (!entities.has(conflict.id)) entities.set(conflict.id, conflict);
  }
  const before = unanswered.flatMap(({ seen }) => ("after" in seen ? [seen.after] : []));
  const batch: Batch = {
    push,
    deps,
    known: new Set(entities.keys()),
    entities,
    texts: await loadTexts(transaction, unanswered),
    partners: await partnersFor(transaction, unanswered, push.membership, deps.chance),
    seenOfRefused: await loadSeenOfRefused(transaction, before),
    lineage: await loadLineage(transaction),
    erased: await loadErased(transaction, unanswered, entities, deps.erasureKey),
    changed: new Map(),
    touched: new Touched(),
    earlier: [],
    fresh: new Map(),
  };
  for (const op of unanswered) if (!batch.fresh.has(op.id)) answerOp(batch, op);
  await saveBatch(transaction, batch);
  const { touched } = batch;
  await ruleSlots(transaction, calendars, {
    records: batch.changed,
    author: push.author,
    at: push.arrivedAt,
    touched,
  });
  await advanceFeeds(transaction, touched, push.arrivedAt);
  const fresh = [...batch.fresh.values()].map(({ ack }) => ack);
  const answers = new Map([...given, ...refuseTaken(push.ops, taken), ...batch.fresh]);
  return { answers, fresh, touched };
};

const loadErased = (
  transaction: Transaction<Schema>,
  ops: readonly Op[],
  entities: ReadonlyMap<RecordId, Entity>,
  key: string,
): Promise<ReadonlySet<string>> => {
  const kindOfRecord = (id: RecordId) => entities.get(id)?.kind ?? null;
  const about = ops.flatMap((op) => recordsOfOp(op, kindOfRecord(op.record)));
  const absent = about.filter((id) => !entities.has(id as RecordId));
  return erasedAmong(transaction, [...new Set(absent)], key);
};

const refuseTaken = (ops: readonly Op[], taken: ReadonlySet<OpId>): [OpId, Answered][] =>
  ops
    .filter((op) => taken.has(op.id))
    .map((op) => [op.id, { record: op.record, ack: "r:edit.value_invalid" }]);

/** What a push has come to so far. */
type Batch = {
  readonly push: Push;
  readonly deps: PushDeps;
  /** The records that there were before it; those it makes are written otherwise. */
  readonly known: ReadonlySet<RecordId>;
  readonly entities: Map<RecordId, Entity>;
  readonly texts: Texts;
  readonly partners: ReadonlySet<ScopeId>;
  readonly seenOfRefused: Map<OpId, Seen>;
  readonly touched: Touched;
  readonly lineage: Lineage;
  /** Those records among the ones the edits are about that were erased. */
  readonly erased: ReadonlySet<string>;
  readonly changed: Map<RecordId, Entity>;
  readonly earlier: { readonly op: Op; readonly earlier: readonly Earlier[] }[];
  readonly fresh: Map<OpId, Answered>;
};

const answerOp = (batch: Batch, sent: Op): void => {
  const op = onTopOfStanding(batch, sent);
  const entity = batch.entities.get(op.record) ?? null;
  const isErased = recordsOfOp(op, entity?.kind ?? null).some((id) => batch.erased.has(id));
  const applied = isErased ? refused("edit.erased") : judge(batch, entity, op);
  const answered = { record: op.record, ack: ackOf(applied) };
  if (applied.result === "refused") {
    batch.seenOfRefused.set(op.id, op.seen);
    batch.fresh.set(op.id, { ...answered, seen: op.seen });
    return;
  }
  batch.fresh.set(op.id, answered);
  if (applied.result === "needs-base") return;
  if (op.verb === "text") {
    for (const state of [entity?.fields[op.field], op.value, applied.entity.fields[op.field]]) {
      if (typeof state === "string") batch.texts.keep(op.record, op.field, state);
    }
  }
  batch.earlier.push({ op, earlier: applied.earlier });
  touchScopes(batch.touched, entity, applied.entity, op);
  keep(batch, applied.entity);
  for (const conflict of conflictsOf(batch, entity, op, applied)) {
    batch.touched.put(conflict, [conflict.home, ...conflict.shares]);
    keep(batch, conflict);
  }
  if (op.verb === "unshare") takeBackConflicts(batch, op);
};

const takeBackConflicts = (batch: Batch, op: ShareOp): void => {
  for (const conflict of conflictsTakenBack(batch.entities.values(), op)) {
    batch.touched.put(conflict, [conflict.home, ...conflict.shares]);
    batch.touched.drop(conflict, op.scope);
    keep(batch, conflict);
  }
};

const keep = (batch: Batch, entity: Entity): void => {
  batch.entities.set(entity.id, entity);
  batch.changed.set(entity.id, entity);
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
  // A merged text bears the stamp of the edit that lost in it; what is kept there is by the one before.
  const stamps = (op.verb === "text" ? before?.stamps : entity.stamps) ?? {};
  return clashes.map((clash) => ({
    ...newEntity(
      conflictKind,
      makeRecordId(deps.chance),
      entity.home,
      conflictFields(entity.id, clash, ownMember(stamps, clash.field)),
    ),
    shares: sharesOfConflict(entity, clash.field),
  }));
};

const saveBatch = async (transaction: Transaction<Schema>, batch: Batch): Promise<void> => {
  const { author, arrivedAt } = batch.push;
  // An edit that waits for its base is not answered yet.
  const settled = [...batch.fresh].filter(([, { ack }]) => ack !== "b");
  await saveAnswers(transaction, settled, author.device, arrivedAt);
  const changed = [...batch.changed.values()];
  const isKnown = ({ id }: Entity) => batch.known.has(id);
  await insertEntities(
    transaction,
    changed.filter((entity) => !isKnown(entity)),
  );
  await saveEntities(transaction, changed.filter(isKnown));
  await saveEarlier(transaction, batch.earlier, arrivedAt);
  await batch.texts.save(arrivedAt);
};
