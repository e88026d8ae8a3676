import { setImmediate } from "node:timers/promises";
import type { ScopeId } from "#domain/ids.ts";
import { type WireOp, wireToOp } from "#protocol/op.ts";
import type { SyncRequest, WireCursor } from "#protocol/sync-request.ts";
import { membershipOf, scopesOfMember } from "../access/membership.ts";
import type { SignedIn } from "../access/session.ts";
import { inSnapshot } from "../database/snapshot.ts";
import { transact } from "../database/transact.ts";
import type { RouteDeps } from "../deps.ts";
import type { LineGroup } from "../http/line-stream.ts";
import { defectFacts } from "../logger.ts";
import { readAnswer, type Told } from "../records/answer.ts";
import { isUndone } from "../records/pull.ts";
import { applyPush, type Pushed, pushOfNothing } from "../records/push.ts";

/**
 * Cuts the edits of a request into parts of about `most`: each is decided in a transaction of its own, and answered while the
 * next one is under way. Edits of one record that follow each other stay together, so that it is told of once. No edits
 * are one part.
 */
export const partsOf = (ops: readonly WireOp[], most: number): readonly (readonly WireOp[])[] => {
  const parts: (readonly WireOp[])[] = [];
  let at = 0;
  do {
    let end = Math.min(at + most, ops.length);
    while (end < ops.length && ops[end]?.e === ops[end - 1]?.e) end += 1;
    parts.push(ops.slice(at, end));
    at = end;
  } while (at < ops.length);
  return parts;
};

/**
 * Takes what a request brings and answers it, part by part: the lines of a part are there as soon as it is committed, and the
 * next one is not begun before they are asked for again. Whoever stops asking leaves the rest undone, and so does whoever is no
 * longer let in by then: parts can be hours apart.
 */
export async function* exchangeInParts(
  request: SyncRequest,
  { member, device }: SignedIn,
  deps: RouteDeps,
  isStillLetIn: () => Promise<boolean>,
): AsyncGenerator<LineGroup, void, void> {
  const { wakeBus, metrics, oldestPullVersion, database, clock } = deps;
  const parts = request.p > 1 ? partsOf(request.ops, deps.editsAtOnce) : [request.ops];
  const advanced = new Map<ScopeId, number>();
  const told: Told = new Map();
  let cursors = request.cur;
  // One word to others for all parts, also when the device goes away between two.
  const tellOthers = () => {
    const before = new Map(advanced);
    advanced.clear();
    return wakeBus.publish(before, device);
  };
  try {
    for (const [nth, ops] of parts.entries()) {
      // What was handed over of the part before leaves with the turn.
      if (nth > 0) await setImmediate();
      if (nth > 0 && !(await isStillLetIn())) return;
      const isLast = nth === parts.length - 1;
      const asked = nth === 0 ? request.q : [];
      const pushed = await push({ ...request, ops, q: asked }, { member, device }, deps);
      for (const [scope, seq] of pushed.advanced) {
        if (!advanced.has(scope)) advanced.set(scope, seq);
      }
      // First the word to others and then the answer: its sender shows the edits already, and the others wait for them.
      if (isLast) await tellOthers();
      for (const [result, count] of countsOf(pushed.fresh)) {
        metrics.count("katve_edits_total", { result }, count);
      }
      const { answers, states } = pushed;
      const answer = await inSnapshot(database, (snapshot) =>
        readAnswer(snapshot, {
          member,
          answers,
          states,
          told,
          later: parts.slice(nth + 1).flatMap((part) => part.map(({ o }) => o)),
          cursors,
          scopesWord: request.sc,
          ops,
          max: request.max,
          now: clock.now(),
          oldestPullVersion,
          version: request.p,
        }),
      );
      metrics.count("katve_rows_sent_total", {}, answer.rows);
      cursors = cursorsWithin(cursors, answer.scopes);
      yield { lines: answer.lines, isLast };
    }
  } finally {
    if (advanced.size > 0) await tellOthers();
  }
}

const countsOf = <T>(things: readonly T[]): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
};

/** A scope that a header leaves out leaves the device with all its records: should a later one name it, it comes anew. */
const cursorsWithin = (
  cursors: Readonly<Record<string, WireCursor>>,
  scopes: ReadonlySet<string>,
): Readonly<Record<string, WireCursor>> =>
  Object.fromEntries(Object.entries(cursors).filter(([scope]) => scopes.has(scope)));

/**
 * A device that knows a past which a restoration has undone is not listened to before it has heard of that: its edits
 * stay with it, and come again behind those that were lost.
 */
const push = (
  request: SyncRequest,
  { member, device }: SignedIn,
  { database, clock, chance, logger, erasureKey, oldestPullVersion }: RouteDeps,
): Promise<Pushed> => {
  // Most exchanges bring nothing: they wait for no writer, and no writer for them.
  if (request.ops.length === 0 && request.q.length === 0) return Promise.resolve(pushOfNothing());
  const isPullAllowed = request.p >= oldestPullVersion;
  return transact(database, async (transaction) => {
    const scopes = await scopesOfMember(transaction, member);
    const isHeard =
      !isPullAllowed || !scopes.some((scope) => isUndone(scope, request.cur[scope.id]));
    return applyPush(
      transaction,
      {
        author: { member, device },
        membership: membershipOf(member, scopes),
        ops: isHeard ? request.ops.map(wireToOp) : [],
        asked: isHeard ? request.q : [...request.q, ...request.ops.map(({ o }) => o)],
        sentAt: request.now,
        arrivedAt: clock.now(),
      },
      {
        chance,
        erasureKey,
        onDefect: (defect) => logger.error("edit.defect", defectFacts(defect)),
      },
    );
  });
};
