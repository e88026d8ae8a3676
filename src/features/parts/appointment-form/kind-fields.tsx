import { createMemo } from "solid-js";
import {
  channelCodes,
  isRemote,
  needCodes,
  longerLengthsInMinutes,
  offeredLengthsInMinutes,
} from "#domain/kinds/appointment-codes.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { offeredGuidance } from "#domain/kinds/guidance-kinds.ts";
import { guidanceLanguages } from "#domain/language.ts";
import { parseMinuteOfDay } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { TextField } from "#ui/text-field.tsx";
import { ToggleChips } from "#ui/toggle-chips.tsx";
import { guidanceWord, languageWord } from "#features/parts/times/appointment-view.ts";
import { createRecords } from "#features/environment.tsx";
import { withPresent } from "./form-kinds.ts";
import { channelFields } from "./form-places.ts";
import type { FormState } from "./form-state.ts";
import { lengthOf, withLength } from "./form-times.ts";

const nearLanguages = 3;

/** How they meet, what the time is for, how long it lasts, in which language, and what is needed: mostly the same as before. */
export const KindFields = (props: { readonly form: FormState }) => {
  const { texts, formats } = useLocale();
  const areas = createRecords(areaKind);
  const form = () => props.form.values;
  const choices = (codes: readonly string[], present: string, word: (code: string) => string) =>
    withPresent(codes, present).map((value) => ({ value, label: word(value) }));
  const guidance = createMemo(() => {
    const [area] = [...areas().values()];
    return choices(offeredGuidance(area?.values.guidance), form().guidance, (code) =>
      guidanceWord(code, texts()),
    );
  });
  const lengths = (): readonly number[] =>
    partsOfForm(form().form).client ? offeredLengthsInMinutes : longerLengthsInMinutes;
  const channels = () =>
    partsOfForm(form().form).meetsThere
      ? channelCodes.filter((code) => !isRemote(code))
      : channelCodes;
  const needs = () => {
    const others = form().needs.filter((need) => !needCodes.some((code) => code === need));
    return [...needCodes, ...others];
  };
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
        options={guidance()}
        value={form().guidance}
        onChange={(code) => props.form.change({ guidance: code })}
      />
      <ChoiceChips
        label={texts().meeting.channel}
        options={choices(channels(), form().channel, (code) => wordOf(texts().words.channel, code))}
        value={form().channel}
        onChange={(code) => props.form.change(channelFields(code))}
      />
      <ChoiceChips
        label={texts().form.length}
        options={lengths().map((minutes) => ({
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
        options={choices(guidanceLanguages, form().language, (code) => languageWord(code, texts()))}
        visible={nearLanguages}
        moreLabel={texts().form.moreLanguages}
        value={form().language}
        onChange={(language) => props.form.change({ language })}
      />
      <ToggleChips
        label={texts().meeting.needs}
        options={needs().map((code) => ({ value: code, label: wordOf(texts().words.need, code) }))}
        values={form().needs}
        onChange={(chosen) => props.form.change({ needs: chosen })}
      />
    </>
  );
};
