import type { Transaction } from "kysely";
import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Op } from "#domain/op.ts";
import type { WireAck } from "#protocol/sync-answer.ts";
import { isPostgres } from "../database/postgres.ts";
import type { Schema } from "../database/schema.ts";
import { type Answered, loadAnswers } from "./acks.ts";
import { answerOp } from "./answer-op.ts";
import { type Batch, keep, openBatch, type Push, type PushDeps, saveBatch } from "./batch.ts";
import { openCalendars } from "../times/calendars.ts";
import { lockEntities } from "./entities.ts";
import { advanceFeeds } from "./feed.ts";
import { ruleSlots, saveRuled } from "../times/rule-slots.ts";

/** What came of a push. `answers` holds every edit of it, and those asked about that the member was answered before. */
export type Pushed = {
  readonly answers: ReadonlyMap<OpId, Answered>;
  /** The answers among them that are new, without those to edits under another member's id. */
  readonly fresh: readonly WireAck[];
  /** The scopes that advanced, each with the number it had before. */
  readonly advanced: ReadonlyMap<ScopeId, number>;
  /** Records as they are once it is committed, among them those that its edits are about. */
  readonly states: ReadonlyMap<RecordId, Entity>;
};

/** What comes of a push without edits that asks about none. */
export const pushOfNothing = (): Pushed => ({
  answers: new Map(),
  fresh: [],
  advanced: new Map(),
  states: new Map(),
});

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
  const ids = push.ops.map((op) => op.record);
  const read = isPostgres(transaction) ? null : await lockEntities(transaction, ids);
  const calendars = await openCalendars(transaction, push.ops, read);
  const entities = read ?? (await lockEntities(transaction, ids));
  const { given, taken } = await loadAnswers(
    transaction,
    [...push.ops.map((op) => op.id), ...push.asked],
    push.author.member,
  );
  const unanswered = push.ops.filter((op) => !given.has(op.id) && !taken.has(op.id));
  const batch = await openBatch(transaction, push, deps, entities, unanswered);
  for (const op of unanswered) if (!batch.fresh.has(op.id)) answerOp(batch, op);
  const { touched } = batch;
  const ruled = await ruleSlots(transaction, calendars, {
    records: batch.changed,
    author: push.author,
    at: push.arrivedAt,
    touched,
  });
  const others = takePromised(batch, ruled.promised);
  await saveBatch(transaction, batch);
  await saveRuled(transaction, ruled, others);
  const advanced = await advanceFeeds(transaction, touched, push.arrivedAt);
  const fresh = [...batch.fresh.values()].map(({ ack }) => ack);
  const answers = new Map([...given, ...refuseTaken(push.ops, taken), ...batch.fresh]);
  const states = new Map([...batch.entities, ...others.map((one) => [one.id, one] as const)]);
  return { answers, fresh, advanced, states };
};

/** Takes the word about times into the changed records, which are written once; returns the records of others it is about. */
const takePromised = (batch: Batch, promised: readonly Entity[]): Entity[] => {
  for (const entity of promised) if (batch.changed.has(entity.id)) keep(batch, entity);
  return promised.filter(({ id }) => !batch.changed.has(id));
};

const refuseTaken = (ops: readonly Op[], taken: ReadonlySet<OpId>): [OpId, Answered][] =>
  ops
    .filter((op) => taken.has(op.id))
    .map((op) => [op.id, { record: op.record, ack: "r:edit.value_invalid" }]);
