import type { Context, Hono } from "hono";
import { fail, ok, type Result } from "#domain/result.ts";
import {
  type ChangedFieldsAnswer,
  changedFieldsRequestSchema,
  type EarlierAnswer,
  earlierRequestSchema,
} from "#protocol/earlier.ts";
import { signedInBy } from "../access/sign-in.ts";
import { inSnapshot } from "../database/snapshot.ts";
import type { RouteDeps } from "../deps.ts";
import { type Refusal, refusal, refusalResponse } from "../failures.ts";
import { parseBody } from "../http/parse-body.ts";
import { readChangedFields, readEarlier } from "../records/earlier.ts";

/** `POST /earlier`: what stood in a field before; `POST /earlier/fields`: in which fields. See `protocol/earlier.ts`. */
export const addEarlierRoute = (app: Hono, deps: RouteDeps): void => {
  app.post("/earlier", async (context) => {
    const answer = await look(context, deps);
    if (!answer.ok) return refusalResponse(answer.failure, deps.clock.now());
    return context.json(answer.value, 200, { "cache-control": "no-store" });
  });
  app.post("/earlier/fields", async (context) => {
    const answer = await lookForFields(context, deps);
    if (!answer.ok) return refusalResponse(answer.failure, deps.clock.now());
    return context.json(answer.value, 200, { "cache-control": "no-store" });
  });
};

const lookForFields = async (
  context: Context,
  deps: RouteDeps,
): Promise<Result<ChangedFieldsAnswer, Refusal>> => {
  const body = await parseBody(context.req.raw, changedFieldsRequestSchema);
  if (!body.ok) return body;
  const signedIn = await signedInBy(context, deps);
  if (!signedIn.ok) return signedIn;
  const { member } = signedIn.value;
  const answer = await inSnapshot(deps.database, (snapshot) =>
    readChangedFields(snapshot, member, body.value.e),
  );
  return answer === null ? fail(refusal("record.unknown")) : ok(answer);
};

const look = async (context: Context, deps: RouteDeps): Promise<Result<EarlierAnswer, Refusal>> => {
  const body = await parseBody(context.req.raw, earlierRequestSchema);
  if (!body.ok) return body;
  const signedIn = await signedInBy(context, deps);
  if (!signedIn.ok) return signedIn;
  const { member } = signedIn.value;
  const answer = await inSnapshot(deps.database, (snapshot) =>
    readEarlier(snapshot, member, body.value),
  );
  return answer === null ? fail(refusal("record.unknown")) : ok(answer);
};
