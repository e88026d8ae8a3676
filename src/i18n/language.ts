/** The languages of the program itself, in the order a choice shows them. Finnish is the source. */
export const localeCodes = ["fi", "sv", "en"] as const;
export type LocaleCode = (typeof localeCodes)[number];

/** Each language by its own name, so that whoever needs it can read it. */
export const localeNames: Readonly<Record<LocaleCode, string>> = {
  fi: "Suomi",
  sv: "Svenska",
  en: "English",
};

/** Reads a language tag (`sv-FI`) down to a language of the program; `null` for any other. */
export const parseLocaleCode = (tag: string | null): LocaleCode | null => {
  const primary = tag?.toLowerCase().split("-")[0];
  return localeCodes.find((code) => code === primary) ?? null;
};
