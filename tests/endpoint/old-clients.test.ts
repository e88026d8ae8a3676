import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { requestRefusalSchema } from "#protocol/refusal.ts";
import { answerLineSchema } from "#protocol/sync-answer.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import {
  type Corpus,
  type ExchangeStep,
  isRecorded,
  readCorpus,
} from "../support/corpus/corpus.ts";
import { type Replayed, replay, replaySeed } from "../support/corpus/replay.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { wholeAnswer } from "../support/whole-answer.ts";
import { answerLineOfVersion1, refusalOfVersion1 } from "../vectors/protocol/v1/answer-line.ts";

/*
 * What devices of every version said and heard was recorded (tests/vectors/protocol). A phone that lay in a glove box for
 * two months says the same today, and must be understood and answered in words that it knows.
 */

/** How the devices of a version read. The present one reads as the program does; an older one never reads otherwise again. */
const readers: Readonly<Record<number, { readonly line: Schema; readonly refusal: Schema }>> = {
  1: { line: answerLineOfVersion1, refusal: refusalOfVersion1 },
  [PROTOCOL_VERSION]: { line: answerLineSchema, refusal: requestRefusalSchema },
};
type Schema = v.GenericSchema<unknown, unknown>;

const versions = Array.from({ length: PROTOCOL_VERSION }, (_, at) => at + 1);

test("every version was recorded, and its way to read is known", () => {
  expect(versions.filter(isRecorded)).toEqual(versions);
  expect(Object.keys(readers).map(Number)).toEqual(versions);
});

/** A recording holds a hundred requests. */
const timeout = 30_000;

const recorded = versions.flatMap((version) =>
  dialects.map((dialect) => ({ version, dialect, name: dialect.name })),
);

describe.each(recorded)("a device of version $version on $name", ({ version, dialect }) => {
  const corpus = readCorpus(version);
  const reader = readers[version];
  let played: Promise<Played> | null = null;
  const playOnce = (): Promise<Played> => (played ??= play(corpus, dialect));

  test(
    "is answered with the same fates, and refused for the same reasons",
    { timeout },
    async () => {
      const { replayed, log } = await playOnce();
      expect(replayed.length).toBeGreaterThan(60);
      for (const { recorded, request, expected, status, answer } of replayed) {
        expect({ does: recorded.does, status, ...fatesIn(request, answer) }).toEqual({
          does: recorded.does,
          status: recorded.status,
          ...fatesIn(request, expected),
        });
      }
      expect(log.filter((line) => line.includes(" error "))).toEqual([]);
    },
  );

  test("can read every line of the answers", { timeout }, async () => {
    const { replayed } = await playOnce();
    let lines = 0;
    for (const { recorded, status, answer } of replayed) {
      const schema = status >= 400 ? reader?.refusal : reader?.line;
      if (schema === undefined) throw new Error("nobody knows how that version reads");
      if (recorded.path !== "/sync" && status < 400) continue;
      for (const line of answer) {
        const { issues } = v.safeParse(schema, line);
        expect({ line, issues }).toEqual({ line, issues: undefined });
        lines += 1;
      }
    }
    expect(lines).toBeGreaterThan(150);
  });

  test("finds its records as they were, and what the endpoint made", { timeout }, async () => {
    const { replayed } = await playOnce();
    const made = recordsMadeIn(corpus);
    const before = lastStates(replayed.map((one) => wholeAnswer(one.request, one.expected)));
    const now = lastStates(replayed.map((one) => wholeAnswer(one.request, one.answer)));
    expect([...now.keys()]).toEqual([...before.keys()]);
    expect(before.size).toBeGreaterThan(10);
    for (const [id, state] of before) {
      if (made.has(id)) expect(now.get(id)).toEqual(state);
      else expect(now.get(id)).toMatchObject(state);
    }
  });

  test("gets rid of its edits also where it gets no records", { timeout }, async () => {
    await using endpoint = await makeEndpoint({
      dialect,
      oldestPullVersion: version + 1,
      seed: replaySeed,
    });
    const made = recordsMadeIn(corpus);
    for (const one of await replay(endpoint, corpus)) {
      const { recorded, expected, status, answer } = one;
      if (recorded.path !== "/sync") continue;
      expect(status).toBe(recorded.status);
      expect(fatesOf(made, one, answer)).toEqual(fatesOf(made, one, expected));
      if (status !== 200) continue;
      expect(answer).toHaveLength(2);
      expect(answer[0]).toMatchObject({ h: 1, minp: version + 1 });
    }
  });
});

/** What came of a recording, and what the endpoint logged. */
type Played = { readonly replayed: readonly Replayed[]; readonly log: readonly string[] };

const play = async (corpus: Corpus, dialect: TestDialect): Promise<Played> => {
  await using endpoint = await makeEndpoint({ dialect, seed: replaySeed });
  return { replayed: await replay(endpoint, corpus), log: endpoint.log };
};

/** What became of the edits, and why the request was refused if it was. */
const fatesIn = (request: unknown, answer: readonly unknown[]) => {
  const [first] = wholeAnswer(request, answer);
  const { ack, code } = (first ?? {}) as { readonly ack?: object; readonly code?: string };
  return { ack, code };
};

type Wire = { readonly id: string; readonly sh?: unknown; readonly in?: unknown };
type Line = { readonly put?: readonly Wire[]; readonly echo?: readonly Wire[] };

/** The last state of every record in some answers, without who else sees it. */
const lastStates = (answers: readonly Replayed["answer"][]): Map<string, object> => {
  const last = new Map<string, object>();
  for (const line of answers.flat() as readonly Line[]) {
    for (const { sh: _, in: __, ...state } of [...(line.echo ?? []), ...(line.put ?? [])]) {
      last.set(state.id, state);
    }
  }
  return last;
};

type SentOp = { readonly o: string; readonly e: string; readonly k: string; readonly f?: string };

const opsIn = ({ request, path }: ExchangeStep): readonly SentOp[] => {
  const { ops } = (path === "/sync" ? request : {}) as { readonly ops?: readonly SentOp[] };
  return ops ?? [];
};

/** The records that devices made. Of others a device that is sent none does not know. */
const recordsMadeIn = ({ steps }: Corpus): ReadonlySet<string> =>
  new Set(
    steps
      .flatMap((step) => (step.step === "exchange" && step.status === 200 ? opsIn(step) : []))
      .flatMap(({ e, k, f }) => (k === "new" && f === undefined ? [e] : [])),
  );

const fatesOf = (
  made: ReadonlySet<string>,
  { recorded, request }: Replayed,
  answer: Replayed["answer"],
): unknown => {
  const { ack = {} } = fatesIn(request, answer);
  const others = new Set(opsIn(recorded).flatMap(({ o, e }) => (made.has(e) ? [] : [o])));
  return Object.fromEntries(Object.entries(ack).filter(([op]) => !others.has(op)));
};
