import type { Transaction } from "kysely";
import type { OpId, ScopeId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { WireAck } from "#protocol/sync-answer.ts";
import type { Schema } from "../database/schema.ts";
import { type Answered, loadAnswers } from "./acks.ts";
import { answerOp } from "./answer-op.ts";
import { openBatch, type Push, type PushDeps, saveBatch } from "./batch.ts";
import { openCalendars } from "../times/calendars.ts";
import { lockEntities } from "./entities.ts";
import { advanceFeeds } from "./feed.ts";
import { ruleSlots } from "../times/rule-slots.ts";

/** What came of a push. `answers` holds every edit of it, and those asked about that the member was answered before. */
export type Pushed = {
  readonly answers: ReadonlyMap<OpId, Answered>;
  /** The answers among them that are new, without those to edits under another member's id. */
  readonly fresh: readonly WireAck[];
  /** The scopes that advanced, each with the number it had before. */
  readonly advanced: ReadonlyMap<ScopeId, number>;
};

/** What comes of a push without edits that asks about none. */
export const pushOfNothing = (): Pushed => ({
  answers: new Map(),
  fresh: [],
  advanced: new Map(),
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
  const batch = await openBatch(transaction, push, deps, entities, unanswered);
  for (const op of unanswered) if (!batch.fresh.has(op.id)) answerOp(batch, op);
  await saveBatch(transaction, batch);
  const { touched } = batch;
  await ruleSlots(transaction, calendars, {
    records: batch.changed,
    author: push.author,
    at: push.arrivedAt,
    touched,
  });
  const advanced = await advanceFeeds(transaction, touched, push.arrivedAt);
  const fresh = [...batch.fresh.values()].map(({ ack }) => ack);
  const answers = new Map([...given, ...refuseTaken(push.ops, taken), ...batch.fresh]);
  return { answers, fresh, advanced };
};

const refuseTaken = (ops: readonly Op[], taken: ReadonlySet<OpId>): [OpId, Answered][] =>
  ops
    .filter((op) => taken.has(op.id))
    .map((op) => [op.id, { record: op.record, ack: "r:edit.value_invalid" }]);
