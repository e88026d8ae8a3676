import type { Context, Hono } from "hono";
import { fail, ok, type Result } from "#domain/result.ts";
import { wireToOp } from "#protocol/op.ts";
import { anySyncRequestSchema } from "#protocol/raise.ts";
import type { SyncRequest } from "#protocol/sync-request.ts";
import { membershipOf, scopesOfMember } from "../access/membership.ts";
import type { SignedIn } from "../access/session.ts";
import { signedInBy } from "../access/sign-in.ts";
import { inSnapshot } from "../database/snapshot.ts";
import { transact } from "../database/transact.ts";
import type { RouteDeps } from "../deps.ts";
import { type Refusal, refusal, refusalResponse } from "../failures.ts";
import { choosePacking, isShort, packLines, streamLines } from "../http/line-stream.ts";
import { exchangeType } from "../http/headers.ts";
import { parseBody } from "../http/parse-body.ts";
import { defectFacts } from "../logger.ts";
import { type Answer, readAnswer } from "../records/answer.ts";
import { isUndone } from "../records/pull.ts";
import { applyPush, type Pushed, pushOfNothing } from "../records/push.ts";

/** `POST /sync`: takes edits and gives back what became of them and what is new. See `protocol/sync-*.ts`. */
export const addSyncRoute = (app: Hono, deps: RouteDeps): void => {
  app.post("/sync", async (context) => {
    const answer = await exchange(context, deps);
    if (!answer.ok) return refusalResponse(answer.failure, deps.clock.now());
    const packing = choosePacking(context.req.header("accept-encoding"));
    const { lines } = answer.value;
    const headers = new Headers({
      "content-type": exchangeType,
      "cache-control": "no-store",
    });
    if (packing !== "identity") headers.set("content-encoding", packing);
    if (isShort(lines)) {
      const body = packLines(lines, packing);
      headers.set("content-length", String(body.byteLength));
      return new Response(body, { headers });
    }
    // A proxy that gathered or repacked the lines would undo the flush after each.
    headers.set("cache-control", "no-store, no-transform");
    headers.set("x-accel-buffering", "no");
    return new Response(streamLines(lines, packing), { headers });
  });
};

const exchange = async (context: Context, deps: RouteDeps): Promise<Result<Answer, Refusal>> => {
  const body = await parseBody(context.req.raw, anySyncRequestSchema);
  if (!body.ok) return body;
  const signedIn = await signedInBy(context, deps);
  if (!signedIn.ok) return signedIn;
  if (signedIn.value.device !== body.value.dev) return fail(refusal("session.missing"));
  const isPullAllowed = body.value.p >= deps.oldestPullVersion;
  const pushed = await push(body.value, isPullAllowed, signedIn.value, deps);
  // First the word to others and then the answer: its sender shows the edits already, and the others wait for them.
  await deps.wakeBus.publish(pushed.advanced, signedIn.value.device);
  for (const ack of pushed.fresh) deps.metrics.count("katve_edits_total", { result: ack });
  const { oldestPullVersion } = deps;
  const answer = await inSnapshot(deps.database, (snapshot) =>
    readAnswer(snapshot, {
      member: signedIn.value.member,
      answers: pushed.answers,
      states: pushed.states,
      cursors: body.value.cur,
      scopesWord: body.value.sc,
      ops: body.value.ops,
      max: body.value.max,
      now: deps.clock.now(),
      oldestPullVersion,
      version: body.value.p,
    }),
  );
  deps.metrics.count("katve_rows_sent_total", {}, answer.rows);
  return ok(answer);
};

/**
 * A device that knows a past which a restoration has undone is not listened to before it has heard of that: its edits
 * stay with it, and come again behind those that were lost.
 */
const push = (
  request: SyncRequest,
  isPullAllowed: boolean,
  { member, device }: SignedIn,
  { database, clock, chance, logger, erasureKey }: RouteDeps,
): Promise<Pushed> => {
  // Most exchanges bring nothing: they wait for no writer, and no writer for them.
  if (request.ops.length === 0 && request.q.length === 0) return Promise.resolve(pushOfNothing());
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
