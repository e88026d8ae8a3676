import * as fc from "fast-check";

/** Text as adversarial as notes get: few words, so that they meet often, with marks, lines, runs of spaces and numbers. */
export const noteText = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          "eka",
          "toka",
          "a",
          "142",
          "13:45",
          "esim.",
          "Soita.",
          "Mitä?",
          "äö…",
          "👋",
        ),
        fc.constantFrom(" ", " ", " ", "  ", "\n", "\n\n", "\t", " \n", ""),
      ),
      { maxLength: 14 },
    )
    .map((pieces) => pieces.flat().join(""));

/** One change of a text: cut `gone` pieces at a share of its length and put something there. */
export type Change = {
  readonly at: number;
  readonly gone: number;
  readonly put: readonly string[];
};

export const changes = (word: fc.Arbitrary<string>): fc.Arbitrary<readonly Change[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.nat(3),
      put: fc.array(word, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  );

/** Makes the changes in a list of pieces, one after the other. */
export const withChanges = (pieces: readonly string[], made: readonly Change[]): string[] =>
  made.reduce<string[]>(
    (list, { at, gone, put }) => list.toSpliced(Math.floor(at * (list.length + 1)), gone, ...put),
    [...pieces],
  );

/** The words of a text: what stands between white space. */
export const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");

export const runs = { numRuns: 1_000 } as const;
