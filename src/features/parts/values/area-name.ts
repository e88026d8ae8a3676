import type { Area } from "#domain/kinds/area.ts";
import type { LocaleCode } from "#i18n/language.ts";

/** The name of an area in a language of the program, or in Finnish where it has none in it; nothing for no area. */
export const areaName = (
  area: Pick<Area, "nameFi" | "nameSv" | "nameEn"> | undefined,
  locale: LocaleCode,
): string => {
  if (area === undefined) return "";
  const names: Readonly<Record<LocaleCode, string>> = {
    fi: area.nameFi,
    sv: area.nameSv,
    en: area.nameEn,
  };
  return names[locale] || area.nameFi;
};
