import { createMemo, Show } from "solid-js";
import {
  channelCodes,
  isRemote,
  offeredLengthsInMinutes,
} from "#domain/kinds/appointment-codes.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { offeredGuidance } from "#domain/kinds/guidance-kinds.ts";
import { weekPartCodes } from "#domain/kinds/waiting.ts";
import type { WishForm } from "#domain/waiting/waiting-form.ts";
import { createRecords } from "#features/environment.tsx";
import type { FormState } from "#features/parts/appointment-form/form-state.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { SummaryRow } from "#ui/summary-row.tsx";
import { TextAreaField } from "#ui/text-area-field.tsx";
import { TextField } from "#ui/text-field.tsx";
import { ToggleChips } from "#ui/toggle-chips.tsx";
import { createMunicipalities } from "./municipality-names.ts";

/** What somebody waits for: what kind, how, how long, where, when and until when. */
export const WishFields = (props: {
  readonly form: FormState<WishForm>;
  readonly around: Around;
}) => {
  const { texts, formats } = useLocale();
  const { all, nameOf } = createMunicipalities();
  const form = () => props.form.values;
  const words = () => texts().waitingList;
  const sentenceOf = (field: keyof WishForm) => {
    const code = props.form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  const areas = createRecords(areaKind);
  const guidance = createMemo(() => {
    const [area] = [...areas().values()];
    return offeredGuidance(area?.values.guidance);
  });
  const withChosen = (known: readonly string[], chosen: readonly string[]) => [
    ...known,
    ...chosen.filter((one) => !known.includes(one)),
  ];
  const placeIds = () =>
    [...props.around.places.values()]
      .sort((one, other) => (one.values.name < other.values.name ? -1 : 1))
      .map(({ id }) => id as string);
  const placeName = (id: string) =>
    props.around.places.get(id as never)?.values.name ?? texts().common.unknownPlace;
  return (
    <>
      <ChoiceChips
        label={texts().form.guidance}
        options={withChosen(guidance(), [form().guidance]).map((value) => ({
          value,
          label: wordOf(texts().words.guidance, value),
        }))}
        value={form().guidance}
        onChange={(guidance) => props.form.change({ guidance })}
      />
      <ChoiceChips
        label={words().channel}
        options={withChosen(channelCodes, [form().channel]).map((value) => ({
          value,
          label: wordOf(texts().words.channel, value),
        }))}
        value={form().channel}
        onChange={(channel) => props.form.change({ channel })}
      />
      <ChoiceChips
        label={texts().form.length}
        error={sentenceOf("length")}
        options={withChosen(offeredLengthsInMinutes.map(String), [form().length]).map((value) => ({
          value,
          label: formats().length(Number(value)),
        }))}
        value={form().length}
        onChange={(length) => props.form.change({ length })}
      />
      <Show when={!isRemote(form().channel)}>
        <ToggleChips
          label={words().where}
          hint={words().whereHint}
          options={withChosen(
            all().map(({ code }) => code),
            form().municipalities,
          ).map((value) => ({ value, label: nameOf(value) }))}
          values={form().municipalities}
          onChange={(municipalities) => props.form.change({ municipalities: [...municipalities] })}
        />
        <SummaryRow
          title={form().places.map(placeName).join(", ") || words().noPlaces}
          openLabel={words().choosePlaces}
          closeLabel={texts().common.done}
        >
          <ToggleChips
            label={words().places}
            options={withChosen(placeIds(), form().places).map((value) => ({
              value,
              label: placeName(value),
            }))}
            values={form().places}
            onChange={(places) => props.form.change({ places: [...places] })}
          />
        </SummaryRow>
      </Show>
      <ToggleChips
        label={words().when}
        hint={words().whenHint}
        options={withChosen(weekPartCodes, form().when).map((value) => ({
          value,
          label: wordOf(texts().words.weekPart, value),
        }))}
        values={form().when}
        onChange={(when) => props.form.change({ when: [...when] })}
      />
      <TextField
        label={words().latest}
        mark={texts().common.notRequired}
        hint={words().latestHint}
        error={sentenceOf("latest")}
        type="date"
        value={form().latest}
        onInput={(latest) => props.form.change({ latest })}
      />
      <TextField
        label={words().asked}
        error={sentenceOf("asked")}
        type="date"
        value={form().asked}
        onInput={(asked) => props.form.change({ asked })}
      />
      <TextAreaField
        label={texts().form.note}
        mark={texts().common.notRequired}
        hint={texts().form.noteHint}
        error={sentenceOf("note")}
        value={form().note}
        onInput={(note) => props.form.change({ note })}
      />
    </>
  );
};
