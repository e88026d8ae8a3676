import { createSignal } from "solid-js";
import { localeCodes, localeNames } from "#i18n/language.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";

/** Switches the program's language at once. */
export const LanguageChoice = (props: { readonly labelHidden?: boolean }) => {
  const { locale, setLocale, texts } = useStartLocale();
  const [isMissing, setMissing] = createSignal(false);
  return (
    <ChoiceChips
      label={texts().common.languageOfProgram}
      labelHidden={props.labelHidden}
      error={isMissing() ? texts().common.languageNotLoaded : undefined}
      options={localeCodes.map((value) => ({ value, label: localeNames[value] }))}
      value={locale()}
      onChange={(code) => void setLocale(code).then((isShown) => setMissing(!isShown))}
    />
  );
};
