import type { MemberId, ScopeId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import type { TestEndpoint } from "../endpoint/make-endpoint.ts";
import type { Corpus, ExchangeStep } from "./corpus.ts";
import { Names } from "./names.ts";

/** One recorded exchange, with what the present endpoint answers. */
export type Replayed = {
  readonly recorded: ExchangeStep;
  /** The recorded request in the words of the present endpoint, and the cookie that went along. */
  readonly request: unknown;
  readonly cookie: string;
  /** The recorded answer in the words of the present endpoint. */
  readonly expected: readonly unknown[];
  readonly status: number;
  readonly answer: readonly unknown[];
};

/** An endpoint that a recording is played to draws by another seed than the recorded one, or it would make the same ids again. */
export const replaySeed = 2;

/** Sends everything that was recorded to an endpoint, in the same order and at the same times. */
export const replay = async (endpoint: TestEndpoint, corpus: Corpus): Promise<Replayed[]> => {
  const names = new Names();
  names.learn(corpus.area, endpoint.area);
  names.learn(corpus.team, endpoint.team);
  const cookies = new Map<string, string>();
  const replayed: Replayed[] = [];
  for (const step of corpus.steps) {
    if (step.step === "code") {
      const team = names.translate(step.team) as ScopeId;
      const member = names.translate(step.member ?? null) as MemberId | null;
      names.learn(step.code, await endpoint.code({ team, role: step.role, member }));
      continue;
    }
    endpoint.clock.set(toInstant(step.at));
    const request = names.translateRequest(step.request);
    const cookie = step.isSignedIn ? (cookies.get(step.device) ?? "") : "";
    const response = await endpoint.fetch(step.path, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: typeof request === "string" ? request : JSON.stringify(request),
    });
    const [pair] = (response.headers.get("set-cookie") ?? "").split(";");
    if (pair !== undefined && pair !== "") cookies.set(step.device, pair);
    const lines = (await response.text()).split("\n").filter((line) => line !== "");
    const answer = lines.map((line): unknown => JSON.parse(line));
    if (step.path === "/enrolment" && step.status === 200) {
      names.learn(memberOf(step.answer), memberOf(answer));
    }
    names.learnFrom(step.answer, answer);
    const expected = names.translate(step.answer);
    const { status } = response;
    replayed.push({ recorded: step, request, cookie, expected, status, answer });
  }
  return replayed;
};

const memberOf = ([answer]: readonly unknown[]): string =>
  (answer as { readonly member?: string } | undefined)?.member ?? "no member came";
