import type { LocaleCode } from "./language.ts";

type Forms = { readonly one: string; readonly other: string };

/** Chooses between the forms of a word by number, as the language counts (Unicode CLDR plural rules). */
export const makePlural = (locale: LocaleCode): ((count: number, forms: Forms) => string) => {
  const rules = new Intl.PluralRules(locale);
  return (count, { one, other }) => (rules.select(count) === "one" ? one : other);
};
