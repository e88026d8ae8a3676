import { diffIndices } from "node-diff3";
import { isSearchable } from "./text.ts";

/** A stretch of two texts as each of them writes it. Where it is the same only white space can differ. */
export type Stretch = {
  readonly isSame: boolean;
  readonly one: string;
  readonly other: string;
};

/** A word with the white space that leads to it. */
const wordEdge = /(?<=\S)(?=\s)/u;

/**
 * Tells by words where two texts differ, for people to look at: the stretches put together are both texts, to the letter.
 * White space alone is no difference. Of texts that would take too long to compare the whole differs.
 */
export const textDifference = (one: string, other: string): Stretch[] => {
  const words = one === "" ? [] : one.split(wordEdge);
  const otherWords = other === "" ? [] : other.split(wordEdge);
  const bare = words.map((word) => word.trim());
  const otherBare = otherWords.map((word) => word.trim());
  if (!isSearchable([], bare, otherBare)) return [{ isSame: false, one, other }];
  const stretches: Stretch[] = [];
  let [at, otherAt] = [0, 0];
  const add = (isSame: boolean, end: number, otherEnd: number) => {
    if (end > at || otherEnd > otherAt) {
      const text = words.slice(at, end).join("");
      stretches.push({ isSame, one: text, other: otherWords.slice(otherAt, otherEnd).join("") });
    }
    [at, otherAt] = [end, otherEnd];
  };
  for (const { buffer1, buffer2 } of diffIndices(bare, otherBare)) {
    add(true, buffer1[0], buffer2[0]);
    add(false, buffer1[0] + buffer1[1], buffer2[0] + buffer2[1]);
  }
  add(true, words.length, otherWords.length);
  return stretches;
};
