import { textDifference } from "#domain/merge/difference.ts";

/** A piece of a text; `isDifferent` when the other text says something else there. */
export type Piece = { readonly text: string; readonly isDifferent: boolean };

/** One place where two texts differ, as each has it, with a few words around. */
export type Hunk = { readonly one: readonly Piece[]; readonly other: readonly Piece[] };

/** Differences with at most this much between them, in UTF-16 units, are read as one place. */
const nearLength = 60;
/** How much of what is the same is shown around a difference, in UTF-16 units, cut at a word. */
const contextLength = 40;

/** The places where two texts differ; both texts whole when only white space does. */
export const hunksOf = (one: string, other: string): Hunk[] => {
  const stretches = textDifference(one, other);
  const hunks: { one: Piece[]; other: Piece[] }[] = [];
  const add = (isDifferent: boolean, text: string, otherText: string) => {
    const hunk = hunks.at(-1);
    if (text !== "") hunk?.one.push({ text, isDifferent });
    if (otherText !== "") hunk?.other.push({ text: otherText, isDifferent });
  };
  const begin = () => hunks.push({ one: [], other: [] });
  const last = stretches.length - 1;
  for (const [index, { isSame, one: text, other: otherText }] of stretches.entries()) {
    if (index === 0) begin();
    const isBetween = index > 0 && index < last;
    if (!isSame || last === 0 || (isBetween && text.length <= nearLength)) {
      add(!isSame, text, otherText);
      continue;
    }
    if (index > 0) add(false, startOf(text), startOf(otherText));
    if (isBetween) begin();
    if (index < last) add(false, endOf(text), endOf(otherText));
  }
  return hunks;
};

const startOf = (text: string): string => {
  if (text.length <= contextLength) return text;
  const end = text.slice(0, contextLength).search(/\s\S*$/u);
  return `${text.slice(0, end > 0 ? end : contextLength)} …`;
};

const endOf = (text: string): string => {
  if (text.length <= contextLength) return text;
  const tail = text.slice(-contextLength);
  const start = tail.search(/\s/u);
  return `… ${start < 0 ? tail : tail.slice(start).trimStart()}`;
};
