import type { Json } from "#domain/json.ts";
import type { Dice } from "#endpoint/demo/dice.ts";

/** A word that is written once in a schedule: `s`, the number of the edit, and a letter. */
const marker = /s\d+[a-z]/g;

/** The words in a text that somebody wrote during the schedule. */
export const markersIn = (text: Json | undefined): Set<string> =>
  new Set(typeof text === "string" ? text.match(marker) : []);

/** Texts grow only so far: longer ones would take the time and show nothing more. */
const longestLength = 900;

/** Changes a text as a person does, somewhere, and always with at least one word that nobody has written before. */
export const editProse = (dice: Dice, text: string, nth: number): string => {
  const first = `s${nth}a`;
  const sentence = `s${nth}b s${nth}c.`;
  const words = text.split(" ");
  const at = dice.below(words.length);
  if (text === "") return `${first} ${sentence}`;
  if (text.length > longestLength) return words.slice(-20).concat(first).join(" ");
  switch (dice.below(7)) {
    case 0:
      return `${text} ${first} ${sentence}`;
    case 1:
      return `${first} ${sentence} ${text}`;
    case 2:
      return `${text}\n${first} ${sentence}`;
    case 3:
      return words.with(at, first).join(" ");
    case 4:
      return words.toSpliced(at, 2, first).join(" ");
    case 5:
      return words.toSpliced(at, 0, first, sentence).join(" ");
    default:
      return words.with(at, `${words[at] ?? ""} ${first}`).join(" ");
  }
};
