import type { Context, Hono } from "hono";
import { fail, ok, type Result } from "#domain/result.ts";
import { anySyncRequestSchema } from "#protocol/raise.ts";
import { signedInBy } from "../access/sign-in.ts";
import type { RouteDeps } from "../deps.ts";
import { type Refusal, refusal, refusalResponse } from "../failures.ts";
import { exchangeType } from "../http/headers.ts";
import {
  choosePacking,
  isShort,
  type LineGroup,
  packLines,
  streamLines,
} from "../http/line-stream.ts";
import { parseBody } from "../http/parse-body.ts";
import { defectFacts } from "../logger.ts";
import { exchangeInParts } from "./exchange.ts";

/** `POST /sync`: takes edits and gives back what became of them and what is new. See `protocol/sync-*.ts`. */
export const addSyncRoute = (app: Hono, deps: RouteDeps): void => {
  app.post("/sync", async (context) => {
    const begun = await begin(context, deps);
    if (!begun.ok) return refusalResponse(begun.failure, deps.clock.now());
    const { first, others } = begun.value;
    const packing = choosePacking(context.req.header("accept-encoding"));
    const headers = new Headers({
      "content-type": exchangeType,
      "cache-control": "no-store",
    });
    if (packing !== "identity") headers.set("content-encoding", packing);
    if (first.isLast && isShort(first.lines)) {
      const body = packLines(first.lines, packing);
      headers.set("content-length", String(body.byteLength));
      return new Response(body, { headers });
    }
    // A proxy that gathered or repacked the lines would undo the flush after each.
    headers.set("cache-control", "no-store, no-transform");
    headers.set("x-accel-buffering", "no");
    const lines = streamLines(goOn(first, others, deps), packing, () => others.return(undefined));
    return new Response(lines, { headers });
  });
};

type Begun = { readonly first: LineGroup; readonly others: AsyncGenerator<LineGroup> };

/** Takes the first part of a request: whatever goes wrong by then has an answer of its own. */
const begin = async (context: Context, deps: RouteDeps): Promise<Result<Begun, Refusal>> => {
  const body = await parseBody(context.req.raw, anySyncRequestSchema);
  if (!body.ok) return body;
  const signedIn = await signedInBy(context, deps);
  if (!signedIn.ok) return signedIn;
  if (signedIn.value.device !== body.value.dev) return fail(refusal("session.missing"));
  const isStillLetIn = async () => (await signedInBy(context, deps)).ok;
  const others = exchangeInParts(body.value, signedIn.value, deps, isStillLetIn);
  const first = await others.next();
  if (first.done === true) throw new Error("an exchange has at least one part");
  return ok({ first: first.value, others });
};

/** What goes wrong later on can only cut the answer off: the device keeps what was not answered, and comes again. */
async function* goOn(
  first: LineGroup,
  others: AsyncGenerator<LineGroup>,
  { metrics, logger }: RouteDeps,
): AsyncGenerator<LineGroup> {
  try {
    yield first;
    yield* others;
  } catch (defect) {
    metrics.count("katve_defects_total");
    logger.error("endpoint.defect", defectFacts(defect));
    throw defect;
  } finally {
    // Also where the first could not be packed.
    await others.return(undefined);
  }
}
