import { lazy, Show, Suspense } from "solid-js";
import { type RepeatChoice, repeatChoices } from "#domain/series/repeat-form.ts";
import { useLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import type { RepeatFieldsProps } from "./repeat-fields.tsx";

// Few bookings repeat: what follows a rule comes when one is to.
const RepeatFields = lazy(async () => ({
  default: (await import("./repeat-fields.tsx")).RepeatFields,
}));

/** Whether the booking repeats, and how. */
export const RepeatSection = (props: RepeatFieldsProps) => {
  const { texts } = useLocale();
  return (
    <>
      <ChoiceChips<RepeatChoice>
        label={texts().series.repeats}
        options={repeatChoices.map((value) => ({
          value,
          label: texts().series.choices[value],
        }))}
        value={props.repetition.form().every}
        onChange={(every) => props.repetition.change({ every })}
      />
      <Show when={props.repetition.form().every !== "never"}>
        <Suspense>
          <RepeatFields {...props} />
        </Suspense>
      </Show>
    </>
  );
};
