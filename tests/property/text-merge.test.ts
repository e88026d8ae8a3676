import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeText } from "#domain/merge/text.ts";
import { changes, noteText, runs, withChanges, wordsOf } from "./texts.ts";

/** A text of words that each occur once, with marks and lines, and two sets of changes whose words occur nowhere else. */
const distinct = fc
  .record({
    endings: fc.array(fc.constantFrom("", "", "", ".", "!", "\n"), { minLength: 1, maxLength: 20 }),
    ours: changes(fc.constantFrom("", ".", "\n")),
    theirs: changes(fc.constantFrom("", ".", "\n")),
  })
  .map(({ endings, ours, theirs }) => {
    let count = 0;
    const named = (made: typeof ours, name: string) =>
      made.map((change) => ({
        ...change,
        put: change.put.map((end) => `${name}${(count += 1)}${end}`),
      }));
    const base = endings.map((end, at) => `b${at}${end}`);
    return {
      base: base.join(" "),
      current: withChanges(base, named(ours, "c")).join(" "),
      incoming: withChanges(base, named(theirs, "i")).join(" "),
    };
  });

const related = fc
  .tuple(noteText(), changes(noteText()), changes(noteText()))
  .map(([base, ours, theirs]) => {
    const pieces = base.split(/(?<=\s)/u);
    return {
      base,
      current: withChanges(pieces, ours).join(""),
      incoming: withChanges(pieces, theirs).join(""),
    };
  });

const unrelated = fc.record({ base: noteText(), current: noteText(), incoming: noteText() });
const anything = fc.record({
  base: fc.string({ unit: "binary" }),
  current: fc.string({ unit: "binary" }),
  incoming: fc.string({ unit: "binary" }),
});
const sources = { distinct, related, unrelated, anything };

describe.each(Object.entries(sources))("merging %s texts", (_, source) => {
  test("with nothing changed on a side gives the other side", () => {
    fc.assert(
      fc.property(source, ({ base, current, incoming }) => {
        expect(mergeText(base, base, incoming)).toEqual({ text: incoming, clashes: 0 });
        expect(mergeText(base, current, base)).toEqual({ text: current, clashes: 0 });
        expect(mergeText(base, current, current)).toEqual({ text: current, clashes: 0 });
      }),
      runs,
    );
  });

  test("clashes as often whichever side came first, and without a clash says the same words", () => {
    fc.assert(
      fc.property(source, ({ base, current, incoming }) => {
        const one = mergeText(base, current, incoming);
        const other = mergeText(base, incoming, current);
        expect(other.clashes).toBe(one.clashes);
        if (one.clashes === 0) {
          expect(wordsOf(other.text).sort()).toEqual(wordsOf(one.text).sort());
        }
      }),
      runs,
    );
  });

  test("makes no word that neither side wrote", () => {
    fc.assert(
      fc.property(source, ({ base, current, incoming }) => {
        const written = new Set([...wordsOf(current), ...wordsOf(incoming)]);
        for (const word of wordsOf(mergeText(base, current, incoming).text)) {
          expect(written).toContain(word);
        }
      }),
      runs,
    );
  });

  test("loses no word silently: each stands, or one side took it out, or a clash is told", () => {
    fc.assert(
      fc.property(source, ({ base, current, incoming }) => {
        const merged = mergeText(base, current, incoming);
        if (merged.clashes > 0) return;
        const count = (text: string, word: string) =>
          wordsOf(text).filter((other) => other === word).length;
        for (const word of new Set([...wordsOf(current), ...wordsOf(incoming)])) {
          const known = count(base, word);
          // Two sides may each take out another of several equal words.
          const takenOut = [current, incoming].reduce(
            (sum, side) => sum + Math.max(known - count(side, word), 0),
            0,
          );
          const least = known === 0 ? 1 : Math.max(known - takenOut, 0);
          const stands = count(merged.text, word) >= least;
          expect({ word, stands }).toEqual({ word, stands: true });
        }
      }),
      runs,
    );
  });
});

test("every word the current text added stands, clash or not", () => {
  fc.assert(
    fc.property(distinct, ({ base, current, incoming }) => {
      const standing = wordsOf(mergeText(base, current, incoming).text);
      for (const word of wordsOf(current).filter((added) => added.startsWith("c"))) {
        expect(standing.filter((other) => other === word)).toEqual([word]);
      }
    }),
    runs,
  );
});

test("a word that one side took out does not come back, and none stands twice, without a clash", () => {
  fc.assert(
    fc.property(distinct, ({ base, current, incoming }) => {
      const merged = mergeText(base, current, incoming);
      if (merged.clashes > 0) return;
      const standing = wordsOf(merged.text);
      expect(new Set(standing).size).toBe(standing.length);
      for (const word of wordsOf(base)) {
        const isTakenOut = [current, incoming].some((side) => !wordsOf(side).includes(word));
        expect({ word, stands: standing.includes(word) }).toEqual({ word, stands: !isTakenOut });
      }
    }),
    runs,
  );
});
