import { fail, ok, type Result } from "#domain/result.ts";
import * as v from "valibot";
import { type SyncRequest, syncRequestSchema } from "#protocol/sync-request.ts";
import type { Transport, TransportFailure } from "#sync/transport.ts";

/** What the endpoint answers: lines, after which the answer breaks off if `isCut`, or a failure. */
export type Answer =
  | { readonly lines: readonly object[]; readonly isCut?: boolean }
  | TransportFailure;

/** A transport whose endpoint is a function; it keeps the requests. */
export type ScriptedTransport = Transport & {
  readonly requests: SyncRequest[];
  readonly signIns: unknown[];
};

export const makeScriptedTransport = (
  answer: (request: SyncRequest) => Answer | Promise<Answer>,
): ScriptedTransport => {
  const requests: SyncRequest[] = [];
  const signIns: unknown[] = [];
  return {
    requests,
    signIns,
    post(_path, body) {
      signIns.push(body);
      return Promise.resolve(ok("{}"));
    },
    async postLines<F>(
      _path: string,
      body: unknown,
      onLine: (line: string) => Promise<Result<unknown, F>>,
    ): Promise<Result<true, F | TransportFailure>> {
      const request = v.parse(syncRequestSchema, JSON.parse(JSON.stringify(body)));
      requests.push(request);
      const given = await answer(request);
      if ("code" in given) return fail(given);
      for (const line of given.lines) {
        const taken = await onLine(JSON.stringify(line));
        if (!taken.ok) return taken;
      }
      return given.isCut === true ? fail({ code: "network.cut" }) : ok(true);
    },
  };
};
