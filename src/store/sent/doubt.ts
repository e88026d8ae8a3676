import type { ScopeId } from "#domain/ids.ts";
import { dayMs, type Instant } from "#domain/instant.ts";
import { ok, type Result } from "#domain/result.ts";
import { guarded, type StorageFailure } from "../guard.ts";
import { commitNow, commitSteps, type Hold } from "../hold.ts";
import type { Pending } from "../ledger.ts";
import { isAsking, toAgain } from "./sent.ts";

/**
 * How long an edit waits for its record, made on another device, to come back to an endpoint that lost it. After that it
 * is sent all the same and, if the record is still unknown, refused into the tray.
 */
const recordAwaitedMs = 7 * dayMs;

/**
 * Notes that the endpoint may have lost edits it acknowledged: it counts a scope anew that this device had, or has not
 * come as far in it as this device. `true` when it has to be asked after them first, before the scope begins to come anew
 * and what it lost leaves the screen; `false` when that is done, or when this is no loss.
 */
export const doubtSent = (
  hold: Hold,
  scope: ScopeId,
  counting: { readonly epoch: string; readonly seq: number },
): Promise<Result<boolean, StorageFailure>> =>
  hold.queue.run(async () => {
    const { database, doubt } = hold;
    if (doubt !== null && doubt.epoch === counting.epoch) return ok(isAsking(doubt));
    const row = hold.scopeRows.get(scope);
    const isLoss =
      row !== undefined &&
      row.epoch !== null &&
      (row.epoch !== counting.epoch || row.seq > counting.seq);
    if (!isLoss) return ok(false);
    const last = await guarded(database, () => database.sent.orderBy("n").last());
    if (!last.ok) return last;
    const begun = { epoch: counting.epoch, after: 0, upTo: last.value?.n ?? 0 };
    const stored = await beginDoubt(hold, begun);
    return stored.ok ? ok(isAsking(begun)) : stored;
  });

/** From now on unsent edits, too, wait for records that the endpoint may have lost. */
const beginDoubt = (hold: Hold, doubt: NonNullable<Hold["doubt"]>) => {
  const { database, ledger } = hold;
  const again = { was: [], since: heardNow(hold) };
  const isFirst = (one: { readonly again?: unknown }) => one.again === undefined;
  return commitNow(hold, [database.outbox], {
    prepare: () => Promise.resolve(),
    async store() {
      await database.outbox.filter(isFirst).modify({ again });
      await database.meta.put({ key: "doubt", value: doubt });
    },
    note() {
      hold.doubt = doubt;
      ledger.changePending((one) =>
        isFirst(one) ? { ...one, op: toAgain(one.op, again), again } : one,
      );
    },
  });
};

/** Every scope is here again: the next one that comes anew is another loss. */
export const endDoubt = async (hold: Hold): Promise<Result<unknown, StorageFailure>> => {
  if (hold.doubt === null || isAsking(hold.doubt)) return ok(true);
  return commitSteps(hold, [], {
    prepare: () => Promise.resolve(),
    store: () => hold.database.meta.delete("doubt"),
    note() {
      hold.doubt = null;
    },
  });
};

/**
 * The unsent edits that may go out, oldest first. What was made before a loss waits until its record is there again, and
 * whatever comes after it on that record waits with it. Scopes that are still coming in say nothing yet.
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

const isWaiting = (hold: Hold, { op, again }: Pending): boolean => {
  if (again === undefined || op.verb === "new") return false;
  if (heardNow(hold) - again.since >= recordAwaitedMs) return false;
  if (hold.ledger.pendingOf(op.record).some(({ verb }) => verb === "new")) return false;
  const isComing = [...hold.scopeRows.values()].some((row) => row.resetting || row.epoch === null);
  return isComing || isAsking(hold.doubt) || hold.ledger.state(op.record) === null;
};

/** The endpoint's clock as it was last heard. */
const heardNow = ({ exchange, platform }: Hold): Instant =>
  exchange?.endpointAt ?? platform.clock.now();
