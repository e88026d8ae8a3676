import { createMemo } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { useLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { dearPlaceCount, placeChoiceOf, placeChoices, placeFields } from "./form-places.ts";
import type { FormState } from "./form-state.ts";

/** Where: a place of the area, a call, or somewhere that the note tells. */
export const PlaceField = (props: {
  readonly form: FormState;
  readonly around: Around;
  /** The area's places, the dearest first. */
  readonly ordered: readonly RecordId[];
}) => {
  const { texts } = useLocale();
  const choices = createMemo(() => placeChoices(props.ordered, props.around, texts()));
  const isElsewhere = () =>
    props.form.values.channel !== "phone" && props.form.values.place === null;
  return (
    <ChoiceChips
      label={texts().form.where}
      hint={isElsewhere() ? texts().form.otherPlaceHint : undefined}
      options={choices()}
      visible={Math.min(dearPlaceCount, props.ordered.length) + 1}
      moreLabel={texts().form.morePlaces}
      value={placeChoiceOf(props.form.values)}
      onChange={(choice) => props.form.change(placeFields(choice))}
    />
  );
};
