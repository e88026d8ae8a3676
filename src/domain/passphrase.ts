import type { Chance } from "./chance.ts";
import { guessableWords } from "./guessable-words.ts";
import { fail, ok, type Result } from "./result.ts";

/** A new passphrase has at least this many characters, or at least this many words of two letters or more. */
const passphraseMinLength = 12;
const passphraseMinWords = 4;

/**
 * Checks a new passphrase. Space at the ends does not count, and ä is one character however the keyboard writes it.
 * Fails with `passphrase.too_short`.
 */
export const checkPassphrase = (passphrase: string): Result<true, "passphrase.too_short"> => {
  const written = passphrase.normalize("NFC").trim();
  const words = written.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  const isLong =
    Array.from(written).length >= passphraseMinLength || words.length >= passphraseMinWords;
  return isLong ? ok(true) : fail("passphrase.too_short");
};

/** How hard a passphrase is to guess for somebody who knows how people choose them: 0 very easy – 4 very hard. */
export type PassphraseStrength = 0 | 1 | 2 | 3 | 4;

/**
 * Where each level above 0 begins, in bits. Trying one passphrase costs about half a second of a processor here, so 2⁴⁰
 * tries are thousands of processor-years and 2⁵⁶ are out of reach.
 */
const levelBits = [28, 40, 50, 60] as const;

/**
 * What one more character is worth, in bits. Letters of a word follow from each other: a word chosen by lot from 7,776
 * (12.9 bits, diceware) has about five and a half.
 */
const bitsPerLetter = 2.4;
const bitsPerOther = 3.3;
/** What a part is worth that is among the first to be guessed. */
const bitsPerGuessable = 6;
const bitsPerRunCharacter = 0.5;

/**
 * Estimates the strength. Common words, the person's own names, years, repeated characters and sequences of the alphabet
 * or the keyboard count for little; everything else counts by length. An estimate, kept on the low side.
 */
export const passphraseStrength = (passphrase: string, ownName = ""): PassphraseStrength => {
  const bits = estimateBits(passphrase.normalize("NFC").trim().toLowerCase(), ownName);
  return levelBits.filter((limit) => bits >= limit).length as PassphraseStrength;
};

const estimateBits = (passphrase: string, ownName: string): number => {
  const names = ownName.normalize("NFC").toLowerCase().split(/\s+/);
  const guessable = [...guessableWords, ...names].filter((word) => word.length > 2);
  // Longest first, so that "password" is not taken for "pass" and four letters more.
  guessable.sort((one, other) => other.length - one.length);
  let bits = 0;
  let rest = passphrase.replace(/(?:19|20)\d\d/g, () => {
    bits += bitsPerGuessable;
    return " ";
  });
  const seen = new Set<string>();
  for (const word of guessable) {
    rest = rest.replaceAll(word, () => {
      bits += seen.has(word) ? 1 : bitsPerGuessable;
      seen.add(word);
      return " ";
    });
  }
  for (const part of rest.split(/\s+/)) {
    // The same part again adds next to nothing.
    bits += seen.has(part) ? 1 : partBits(part);
    seen.add(part);
  }
  return bits;
};

const rows = [
  "abcdefghijklmnopqrstuvwxyzåäö",
  "0123456789",
  "qwertyuiopå",
  "asdfghjklöä",
  "zxcvbnm",
];

const partBits = (part: string): number => {
  let bits = 0;
  let stepBefore: number | null = null;
  const characters = Array.from(part);
  for (const [index, character] of characters.entries()) {
    const step = stepBetween(characters[index - 1] ?? "", character);
    // Two neighbours happen in any word; three in a row are a sequence. A repeated character is one at once.
    const isRun = step === 0 || (step !== null && step === stepBefore);
    if (isRun) bits += bitsPerRunCharacter;
    else bits += /\p{L}/u.test(character) ? bitsPerLetter : bitsPerOther;
    stepBefore = step;
  }
  return bits;
};

/** 0 for the same character, 1 or -1 for the next one along the alphabet, the digits or a row of the keyboard. */
const stepBetween = (one: string, other: string): -1 | 0 | 1 | null => {
  if (one === other) return 0;
  if (rows.some((row) => row.includes(one + other))) return 1;
  return rows.some((row) => row.includes(other + one)) ? -1 : null;
};

const consonants = "hjklmnprstv";
const vowels = "aeiou";
/** How the first syllable may go on: sixteen vowels, long vowels and diphthongs of Finnish. */
const nuclei = "a e i o u aa ee ii oo uu ai ei oi ui au ou".split(" ");
const wordCount = 5;
/** Words that the pattern makes and nobody wants to read aloud. */
const unwanted: ReadonlySet<string> = new Set(["homo", "muna", "pimu", "tisu", "pano"]);

/** The chance in a made passphrase, in bits: five words out of 11 × 16 × 11 × 5 each. */
export const madePassphraseBits: number =
  wordCount * Math.log2(consonants.length * nuclei.length * consonants.length * vowels.length);

/**
 * Makes a passphrase of five pronounceable words without meaning, joined by hyphens (`kaimo-seula-…`): 66 bits of
 * chance, more than anybody can try, in letters that every keyboard has.
 */
export const makePassphrase = (chance: Chance): string =>
  Array.from({ length: wordCount }, () => makeWord(chance)).join("-");

const makeWord = (chance: Chance): string => {
  for (;;) {
    const word =
      pick(chance, consonants) +
      pick(chance, nuclei) +
      pick(chance, consonants) +
      pick(chance, vowels);
    if (!unwanted.has(word)) return word;
  }
};

/** Every one is as likely: bytes past the last whole multiple are drawn again. */
const pick = (chance: Chance, from: ArrayLike<string>): string => {
  const limit = 256 - (256 % from.length);
  for (;;) {
    const [byte = 0] = chance.bytes(1);
    if (byte < limit) return from[byte % from.length] ?? "";
  }
};
