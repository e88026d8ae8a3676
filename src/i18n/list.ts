import type { LocaleCode } from "./language.ts";

/** Joins words into one list, as the language does: "a, b ja c". */
export const makeList = (locale: LocaleCode): ((words: readonly string[]) => string) => {
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (words) => list.format(words);
};
