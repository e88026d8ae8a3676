import { offeredLengthsInMinutes, guidanceCodes } from "#domain/kinds/appointment-codes.ts";
import { guidanceLanguages } from "#domain/language.ts";
import { parseMinuteOfDay } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { TextField } from "#ui/text-field.tsx";
import { guidanceWord, languageWord } from "#features/parts/times/appointment-view.ts";
import type { FormState } from "./form-state.ts";
import { lengthOf, withLength } from "./form-times.ts";

const nearLanguages = 3;

/** What the time is for, how long it lasts, in which language: mostly the same as before. */
export const KindFields = (props: { readonly form: FormState }) => {
  const { texts, formats } = useLocale();
  const form = () => props.form.values;
  /** As the chips write a time once it is whole; what is still being typed stays as it is. */
  const endText = () => {
    const { end } = form();
    const minute = /^\d{2}:\d{2}$/.test(end) ? parseMinuteOfDay(end) : null;
    return minute === null ? end.replace(":", formats().timeMark) : formats().minute(minute);
  };
  const endSentence = () => {
    const code = props.form.failures()["end"];
    return code === undefined ? undefined : texts().failures[code];
  };
  return (
    <>
      <ChoiceChips
        label={texts().form.guidance}
        options={withPresent(guidanceCodes, form().guidance).map((value) => ({
          value,
          label: guidanceWord(value, texts()),
        }))}
        value={form().guidance}
        onChange={(guidance) => props.form.change({ guidance })}
      />
      <ChoiceChips
        label={texts().form.length}
        options={offeredLengthsInMinutes.map((minutes) => ({
          value: String(minutes),
          label: formats().length(minutes),
        }))}
        value={String(lengthOf(form()) ?? "")}
        onChange={(minutes) => props.form.change(withLength(form(), Number(minutes)))}
      />
      <TextField
        label={texts().form.end}
        error={endSentence()}
        inputMode="decimal"
        enterKeyHint="next"
        autocomplete="off"
        value={endText()}
        onInput={(end) => props.form.change({ end })}
      />
      <ChoiceChips
        label={texts().form.language}
        options={withPresent(guidanceLanguages, form().language).map((value) => ({
          value,
          label: languageWord(value, texts()),
        }))}
        visible={nearLanguages}
        moreLabel={texts().form.moreLanguages}
        value={form().language}
        onChange={(language) => props.form.change({ language })}
      />
    </>
  );
};

/** A code of another version stays among the choices. */
const withPresent = (codes: readonly string[], present: string): string[] =>
  codes.includes(present) ? [...codes] : [...codes, present];
