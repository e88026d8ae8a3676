import type { Transaction } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { Lineage } from "#domain/era.ts";
import { recordsOfOp } from "#domain/erasure.ts";
import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Earlier, Entity } from "#domain/merge/entity.ts";
import type { Author, Op, Seen } from "#domain/op.ts";
import type { Membership } from "#domain/rights.ts";
import type { Schema } from "../database/schema.ts";
import { erasedAmong } from "../lifetime/erase.ts";
import { loadLineage } from "../lifetime/lineage.ts";
import { type Answered, loadSeenOfRefused, saveAnswers } from "./acks.ts";
import { saveEarlier } from "./earlier.ts";
import { insertEntities, saveEntities } from "./entities.ts";
import { Touched } from "./feed.ts";
import { partnersFor } from "./partners.ts";
import { lockConflictsToTakeBack } from "./sharing.ts";
import { loadTexts, type Texts } from "./texts.ts";
import { loadEnrolledAt } from "./too-old.ts";

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

/** What a push needs beside the database. `onDefect` hears of an edit that broke the program and was refused for it. */
export type PushDeps = {
  readonly chance: Chance;
  /** The key under which erased records are remembered. */
  readonly erasureKey: string;
  readonly onDefect: (defect: unknown) => void;
};

/** What a push has come to so far. */
export type Batch = {
  readonly push: Push;
  readonly deps: PushDeps;
  /** The records that there were before it, as they were; those it makes are written otherwise. */
  readonly known: ReadonlyMap<RecordId, Entity>;
  readonly entities: Map<RecordId, Entity>;
  readonly texts: Texts;
  readonly partners: ReadonlySet<ScopeId>;
  readonly seenOfRefused: Map<OpId, Seen>;
  /** When the device was enrolled that sent the push. */
  readonly enrolledAt: Instant;
  readonly touched: Touched;
  readonly lineage: Lineage;
  /** Those records among the ones the edits are about that were erased. */
  readonly erased: ReadonlySet<string>;
  readonly changed: Map<RecordId, Entity>;
  readonly earlier: { readonly op: Op; readonly earlier: readonly Earlier[] }[];
  readonly fresh: Map<OpId, Answered>;
};

/** Locks and reads what the unanswered edits of a push need beside their own records, which are locked already. */
export const openBatch = async (
  transaction: Transaction<Schema>,
  push: Push,
  deps: PushDeps,
  entities: Map<RecordId, Entity>,
  unanswered: readonly Op[],
): Promise<Batch> => {
  for (const conflict of await lockConflictsToTakeBack(transaction, unanswered)) {
    if (!entities.has(conflict.id)) entities.set(conflict.id, conflict);
  }
  const before = unanswered.flatMap(({ seen }) => ("after" in seen ? [seen.after] : []));
  return {
    push,
    deps,
    known: new Map(entities),
    entities,
    texts: await loadTexts(transaction, unanswered),
    partners: await partnersFor(transaction, unanswered, push.membership, deps.chance),
    seenOfRefused: await loadSeenOfRefused(transaction, before),
    enrolledAt: await enrolledAtOf(transaction, push, unanswered),
    lineage: await loadLineage(transaction),
    erased: await loadErased(transaction, unanswered, entities, deps.erasureKey),
    changed: new Map(),
    touched: new Touched(),
    earlier: [],
    fresh: new Map(),
  };
};

/** Looked up only where an edit's age depends on it. */
const enrolledAtOf = async (
  transaction: Transaction<Schema>,
  { author, arrivedAt }: Push,
  ops: readonly Op[],
): Promise<Instant> =>
  ops.some(({ endpointAt }) => endpointAt === 0)
    ? loadEnrolledAt(transaction, author.device, arrivedAt)
    : arrivedAt;

const loadErased = (
  transaction: Transaction<Schema>,
  ops: readonly Op[],
  entities: ReadonlyMap<RecordId, Entity>,
  key: string,
): Promise<ReadonlySet<string>> => {
  // A record that the same push makes may be linked by a later edit of it.
  const made = new Map(
    ops.flatMap((op) => (op.verb === "new" ? [[op.record, op.value.kind] as const] : [])),
  );
  const kindOfRecord = (id: RecordId) => entities.get(id)?.kind ?? made.get(id) ?? null;
  const about = ops.flatMap((op) => recordsOfOp(op, kindOfRecord(op.record)));
  const absent = about.filter((id) => !entities.has(id as RecordId));
  return erasedAmong(transaction, [...new Set(absent)], key);
};

/** Takes a changed record into a batch. */
export const keep = (batch: Batch, entity: Entity): void => {
  batch.entities.set(entity.id, entity);
  batch.changed.set(entity.id, entity);
};

/** Writes down everything that a push has come to, but for its place in the feeds. */
export const saveBatch = async (transaction: Transaction<Schema>, batch: Batch): Promise<void> => {
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
  await saveEntities(transaction, changed.filter(isKnown), batch.known);
  await saveEarlier(transaction, batch.earlier, arrivedAt);
  await batch.texts.save(arrivedAt);
};
