import type { OpId, ScopeId } from "#domain/ids.ts";
import { dayMs } from "#domain/instant.ts";
import { ok, type Result } from "#domain/result.ts";
import type { Again, Doubt, KatveDatabase, SentRow } from "../database.ts";
import { guarded, type StorageFailure } from "../guard.ts";
import { commitNow, commitSteps, type Hold, type Steps } from "../hold.ts";
import type { Pending } from "../unsent.ts";
import { isAsking, nextInDoubt } from "./sent.ts";

/**
 * How long an edit waits for its record, made on another device, to come back to an endpoint that lost it. After that it
 * is sent all the same and, if the record is still unknown, refused into the tray.
 */
const recordAwaitedMs = 7 * dayMs;

/**
 * Notes that the endpoint may have lost edits it acknowledged: it counts a scope anew that this device had, or has not
 * come as far in it as this device, or this device has no cursor to tell by. `true` when it has to be asked after them
 * first, before the scope begins to come anew and what it lost leaves the screen; `false` when that is done, or when this
 * is no loss.
 */
export const doubtSent = (
  hold: Hold,
  scope: ScopeId,
  counting: { readonly epoch: string; readonly seq: number },
): Promise<Result<boolean, StorageFailure>> =>
  hold.queue.run(async () => {
    const { database, doubt } = hold;
    if (isAsking(doubt) || doubt?.epoch === counting.epoch) return ok(isAsking(doubt));
    const row = hold.scopeRows.get(scope);
    if (row === undefined || (row.epoch === counting.epoch && row.seq <= counting.seq)) {
      return ok(false);
    }
    const hasNeverCome = row.epoch === null && !row.resetting;
    if (hasNeverCome && doubt !== null && hasCursor(hold)) return ok(false);
    const last = await lastSent(database);
    if (!last.ok) return last;
    // Without a cursor a loss cannot be told from a scope that has never come.
    if (row.epoch === null && last.value === undefined) return ok(false);
    const begun = { epoch: counting.epoch, after: 0, upTo: last.value?.n ?? 0 };
    const stored = await beginDoubt(hold, begun);
    return stored.ok ? ok(isAsking(begun)) : stored;
  });

/** The row of the edits that were written last of all acknowledged ones. */
const lastSent = (database: KatveDatabase): Promise<Result<SentRow | undefined, StorageFailure>> =>
  guarded(database, () => database.sent.orderBy("n").last());

/** Whether some scope would tell of a loss from now on. */
const hasCursor = ({ scopeRows }: Hold): boolean =>
  [...scopeRows.values()].some(({ epoch }) => epoch !== null);

/**
 * The next acknowledged edits to ask after. A device that has no cursor yet in any of its scopes, because every answer broke
 * off before, cannot be told of a loss by a scope that counts anew: it asks before it sends anything on top of them.
 */
export const nextToAsk = async (hold: Hold): Promise<Result<OpId[], StorageFailure>> => {
  const begun = await hold.queue.run(async (): Promise<Result<unknown, StorageFailure>> => {
    const { database } = hold;
    if (hold.doubt !== null) return noteWaiting(hold, hold.doubt);
    if (hold.scopeRows.size === 0 || hasCursor(hold)) return ok(true);
    const last = await lastSent(database);
    if (!last.ok || last.value === undefined) return last;
    return beginDoubt(hold, { epoch: noEpoch, after: 0, upTo: last.value.n ?? 0 });
  });
  return begun.ok ? nextInDoubt(hold) : begun;
};

/** What no scope counts by. */
const noEpoch = "";

/** From now on unsent edits, too, wait for records that the endpoint may have lost. */
const beginDoubt = (hold: Hold, doubt: Doubt) =>
  commitNow(hold, [hold.database.outbox], changeDoubt(hold, doubt));

/**
 * What begins the asking after acknowledged edits that another device has handed over, numbered from `first` to `last`, or
 * adds them to an asking that is under way. `store` runs inside the caller's transaction, `note` after it.
 */
export const beginAfterImport = (
  hold: Hold,
  { first, last }: { readonly first: number; readonly last: number },
) =>
  changeDoubt(
    hold,
    hold.doubt === null
      ? { epoch: noEpoch, after: hasCursor(hold) ? first - 1 : 0, upTo: last }
      : { ...hold.doubt, upTo: last },
  );

/** What was written since the doubt began waits from now on, by the endpoint's clock. */
const noteWaiting = (hold: Hold, doubt: Doubt): Promise<Result<true, StorageFailure>> => {
  const isWaitingSince = ({ again }: Pending) => again !== undefined;
  return hold.heardAt === null || hold.ledger.outbox().every(isWaitingSince)
    ? Promise.resolve(ok(true))
    : beginDoubt(hold, doubt);
};

/**
 * Every scope is here again: the next one that comes anew is another loss. What was written meanwhile goes on waiting for
 * records that are not.
 */
export const endDoubt = async (hold: Hold): Promise<Result<unknown, StorageFailure>> => {
  if (hold.doubt === null || isAsking(hold.doubt)) return ok(true);
  return commitSteps(hold, [hold.database.outbox], changeDoubt(hold, null));
};

const changeDoubt = (hold: Hold, doubt: Doubt | null) => {
  const { database, ledger, heardAt } = hold;
  const again: Again | null = heardAt === null ? null : { was: [], since: heardAt };
  const isFirst = (one: { readonly again?: unknown }) => one.again === undefined;
  return {
    prepare: () => Promise.resolve(),
    async store() {
      if (again !== null) await database.outbox.filter(isFirst).modify({ again });
      if (doubt === null) await database.meta.delete("doubt");
      else await database.meta.put({ key: "doubt", value: doubt });
    },
    note() {
      hold.doubt = doubt;
      if (again === null) return;
      ledger.changePending((one) => (isFirst(one) ? { ...one, again } : one));
    },
  } satisfies Steps<void>;
};

/**
 * The unsent edits that may go out, oldest first. What was made before a loss was settled waits until its record is there
 * again, and whatever comes after it on that record waits with it. Scopes that are still coming in say nothing yet.
 */
export const sendable = (hold: Hold): Pending[] => {
  const waiting = new Set<string>();
  return hold.ledger.outbox().filter((pending) => {
    if (waiting.has(pending.op.record) || isWaiting(hold, pending)) {
      waiting.add(pending.op.record);
      return false;
    }
    return true;
  });
};

/**
 * The unsent edits that wait for a record which another device has to bring back: they go out by themselves then, or after
 * a week. None while scopes are still coming in, for those may bring it.
 */
export const awaiting = (hold: Hold): Pending[] => {
  if (isComing(hold) || isAsking(hold.doubt)) return [];
  const going = new Set(sendable(hold).map(({ op }) => op.id));
  return hold.ledger.outbox().filter(({ op }) => !going.has(op.id));
};

const isWaiting = (hold: Hold, { op, again }: Pending): boolean => {
  const { heardAt } = hold;
  if (op.verb === "new" || (again === undefined && hold.doubt === null)) return false;
  if (again !== undefined && heardAt !== null && heardAt - again.since >= recordAwaitedMs)
    return false;
  if (hold.ledger.pendingOf(op.record).some(({ verb }) => verb === "new")) return false;
  return isComing(hold) || isAsking(hold.doubt) || hold.ledger.state(op.record) === null;
};

/** Without a cursor nothing here came from a scope; and an endpoint that gives this version no records brings none. */
const isComing = ({ doubt, scopeRows }: Hold): boolean =>
  doubt?.epoch !== noEpoch &&
  [...scopeRows.values()].some((row) => row.resetting || row.epoch === null);
