import * as v from "valibot";
import { fail, ok, type Result } from "#domain/result.ts";
import { type ChunkLine, chunkLineSchema } from "./sync-answer.ts";

/*
 * `GET /events?p=…`: server-sent events. `wake`, without data, says that a scope of the member has advanced. `news` says in
 * what: its data are lines like those of an answer, one for each such scope, and `a` is the number of the scope that the
 * line begins after. Only a device that says its version is told news, and only what is short: for all else it asks.
 */

/** What happened in a scope after number `a`, until the cursor `c`. */
export type NewsLine = ChunkLine & { readonly a: number };

const newsLineSchema = v.intersect([
  chunkLineSchema,
  v.object({ a: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
]) as v.GenericSchema<unknown, NewsLine>;

/** Reads the data of an event `news`. Fails with `network.not_katve` for anything else. */
export const parseNews = (text: string): Result<readonly NewsLine[], "network.not_katve"> => {
  try {
    const parsed = v.safeParse(
      v.array(newsLineSchema),
      text.split("\n").map((line) => JSON.parse(line) as unknown),
    );
    return parsed.success ? ok(parsed.output) : fail("network.not_katve");
  } catch {
    return fail("network.not_katve");
  }
};
