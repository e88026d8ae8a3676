import { type Json, textsInside } from "./json.ts";

/**
 * The form of the Finnish personal identity code: day, month and year of birth, a mark for the century, a number from
 * 002 to 999 and a check character.
 * Source: Digital and Population Data Services Agency, "Personal identity code" (marks B–F and U–Y in use since 2023).
 */
const form =
  /(?:(?<![0-9A-Z])|(?<=hetu|tunnus|asiakas))(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d\s*(?:-{1,2}|[+A-FU-Y])\s*\d{3}\s?[0-9A-FHJ-NPR-Y](?![0-9A-Z])/iu;

/**
 * Whether the text holds something of the form of a personal identity code whose day and month can exist.
 * A wrong check character still counts, and so do lower case, spaces around the mark or before the check character, any
 * other hyphen or wide digits, a word such as "hetu" right before it, and marks inside that nobody sees: a mistyped code
 * points at a person nearly as well as a right one. Katve refuses such text in every field.
 */
export const hasPersonalCode = (text: string): boolean => {
  const plain = text
    // Before normalising, which puts a run of combining marks in order and takes the square of its length for it.
    .replace(/\p{M}/gu, "")
    .normalize("NFKC")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[\p{Pd}\u2212\u00af\u30fc]/gu, "-");
  return form.test(plain);
};

/** Whether any text inside the value, however deep, holds a personal identity code. */
export const hasPersonalCodeInside = (value: Json): boolean => {
  for (const text of textsInside(value)) if (hasPersonalCode(text)) return true;
  return false;
};
