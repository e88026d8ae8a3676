import { diff3Merge } from "node-diff3";

/**
 * Two people's versions of one text brought together. `clashes` counts the places where both changed the same words;
 * there `text` keeps the current version, and the caller keeps the incoming version for a person to look at.
 */
export type MergedText = { readonly text: string; readonly clashes: number };

/**
 * The most steps a search for common tokens may take: some 60 ms on a desk computer, for an exchange may
 * bring two hundred texts at once. Each pair of equal tokens costs a walk
 * along the others, so a text of mostly equal tokens, such as empty lines, grows with the cube of its length.
 */
const searchMaxSteps = 60_000_000;
/** The most tokens in one version: node-diff3 passes them as arguments of one call, of which a platform takes only so many. */
const searchMaxTokens = 50_000;

/**
 * A sentence ends before the white space after its mark, a line before its line end, so that each token carries the
 * space that leads to it. Whole tokens move or stay: a merge never makes a word, a number or a time that nobody wrote.
 */
const sentenceEdge = /(?<=[.!?…])(?=\s)|(?=\n)/u;
const wordEdge = /(?<=\s)(?=\S)|(?<=\S)(?=\s)/u;

const tokens = (text: string, edge: RegExp): string[] => (text === "" ? [] : text.split(edge));

/**
 * Merges two descendants of `base`, first by sentences, then by words inside the sentences that both changed.
 * Sentences that both added at the same place are all kept, the current ones first, also when both put the same full stop
 * behind the sentence before.
 * 10,000 words take milliseconds: the sentence pass keeps the word pass small. What would take too long counts as one
 * clash: sentences are then searched by words, and words not at all.
 * Method: three-way merge after Khanna, Kunal, Pierce, "A Formal Investigation of Diff3" (2007), by node-diff3.
 */
export const mergeText = (base: string, current: string, incoming: string): MergedText => {
  if (current === incoming || base === incoming) return { text: current, clashes: 0 };
  if (base === current) return { text: incoming, clashes: 0 };
  let text = "";
  let clashes = 0;
  for (const part of merge(
    tokens(current, sentenceEdge),
    tokens(base, sentenceEdge),
    tokens(incoming, sentenceEdge),
  )) {
    const merged =
      "ok" in part ? { text: part.ok.join(""), clashes: 0 } : mergeSentences(part.clash);
    text += merged.text;
    clashes += merged.clashes;
  }
  return { text, clashes };
};

type Clash = { readonly current: string[]; readonly base: string[]; readonly incoming: string[] };
type Part = { readonly ok: string[] } | { readonly clash: Clash };

const merge = (current: string[], base: string[], incoming: string[]): Part[] => {
  if (!isSearchable(current, base, incoming)) return [{ clash: { current, base, incoming } }];
  return diff3Merge(current, base, incoming, { excludeFalseConflicts: true }).map((region) =>
    region.conflict === undefined
      ? { ok: region.ok ?? [] }
      : {
          clash: {
            current: region.conflict.a,
            base: region.conflict.o,
            incoming: region.conflict.b,
          },
        },
  );
};

/** Whether the common tokens of `base` with each of two others are found quickly enough. */
export const isSearchable = (current: string[], base: string[], incoming: string[]): boolean =>
  Math.max(current.length, base.length, incoming.length) <= searchMaxTokens &&
  searchSteps(base, current) + searchSteps(base, incoming) <= searchMaxSteps;

const searchSteps = (base: string[], other: string[]): number => {
  const counts = new Map<string, number>();
  for (const token of base) counts.set(token, (counts.get(token) ?? 0) + 1);
  const pairs = other.reduce((sum, token) => sum + (counts.get(token) ?? 0), 0);
  return pairs * Math.min(base.length, other.length);
};

const mergeSentences = ({ current, base, incoming }: Clash): MergedText => {
  const common = commonStart(current, incoming);
  const start = current.slice(0, common).join("");
  if (start.startsWith(base.join("").trimEnd())) {
    // Both let stand what was there, perhaps with the same full stop behind it, and wrote on.
    const added = joinAdded(current.slice(common), incoming.slice(common));
    return { text: start + added, clashes: 0 };
  }
  const words = [current, base, incoming].map((region) => tokens(region.join(""), wordEdge)) as [
    string[],
    string[],
    string[],
  ];
  let text = "";
  let clashes = 0;
  for (const part of merge(...words)) {
    if ("ok" in part) text += part.ok.join("");
    else {
      text += part.clash.current.join("");
      clashes += 1;
    }
  }
  return { text, clashes };
};

/** How many tokens two versions begin with alike. */
const commonStart = (one: string[], other: string[]): number => {
  const at = one.findIndex((token, index) => token !== other[index]);
  return at === -1 ? one.length : at;
};

const joinAdded = (current: string[], incoming: string[]): string => {
  const first = current.join("");
  const second = incoming.join("");
  if (second === "" || first.trim() === second.trim()) return first;
  const isWhole = /[.!?…]\s*$/u.test(first) && /^\s/u.test(second);
  if (first === "" || isWhole || second.startsWith("\n")) return first + second;
  return `${first}\n${second.trimStart()}`;
};
