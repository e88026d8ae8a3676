import * as fc from "fast-check";
import { expect, test } from "vitest";
import { textDifference } from "#domain/merge/difference.ts";
import { noteText, runs, wordsOf } from "./texts.ts";

test("what is told of two texts is all of both, and the same words where they are the same", () => {
  fc.assert(
    fc.property(noteText(), noteText(), (one, other) => {
      const stretches = textDifference(one, other);
      expect(stretches.map((stretch) => stretch.one).join("")).toBe(one);
      expect(stretches.map((stretch) => stretch.other).join("")).toBe(other);
      for (const stretch of stretches.filter(({ isSame }) => isSame)) {
        expect(wordsOf(stretch.one)).toEqual(wordsOf(stretch.other));
      }
    }),
    runs,
  );
});
