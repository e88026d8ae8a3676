import { describe, expect, test } from "vitest";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { readCorpus, syncAnswersOf } from "../support/corpus/corpus.ts";
import { storeAfter } from "../support/corpus/store-after.ts";

/*
 * An endpoint that was not brought up to date yet answers as it always did. The present program has to make the same of
 * that as the program of then, of which it was recorded what its store held.
 */

const devices = Array.from({ length: PROTOCOL_VERSION }, (_, at) => readCorpus(at + 1)).flatMap(
  (corpus) =>
    Object.entries(corpus.stores).map(([device, store]) => ({
      version: corpus.version,
      device,
      store,
      answers: syncAnswersOf(corpus, device),
    })),
);

describe("answers of an earlier endpoint", () => {
  test.each(devices)(
    "of version $version to $device give the store they gave then",
    async (then) => {
      expect(then.answers.length).toBeGreaterThan(0);
      expect(await storeAfter(then.answers)).toEqual(then.store);
    },
  );
});
