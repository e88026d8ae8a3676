import { createMemo } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { isRemote } from "#domain/kinds/appointment-codes.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { useLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { dearPlaceCount, placeChoiceOf, placeChoices, placeFields } from "./form-places.ts";
import type { FormState } from "./form-state.ts";
import { RoomField } from "./room-field.tsx";

/** Where: a place of the area and its room, a call or another way without a place, or somewhere that the note tells. */
export const PlaceField = (props: {
  readonly form: FormState;
  readonly around: Around;
  /** The area's places, the dearest first. */
  readonly ordered: readonly RecordId[];
}) => {
  const { texts } = useLocale();
  const meetsThere = () => partsOfForm(props.form.values.form).meetsThere;
  const choices = createMemo(() =>
    placeChoices(props.ordered, props.around, texts(), meetsThere()),
  );
  const isElsewhere = () =>
    !isRemote(props.form.values.channel) && props.form.values.place === null;
  return (
    <>
      <ChoiceChips
        label={texts().form.where}
        hint={isElsewhere() ? texts().form.otherPlaceHint : undefined}
        options={choices()}
        visible={Math.min(dearPlaceCount, props.ordered.length) + (meetsThere() ? 0 : 1)}
        moreLabel={texts().form.morePlaces}
        value={placeChoiceOf(props.form.values)}
        onChange={(choice) => props.form.change(placeFields(choice, props.form.values))}
      />
      <RoomField form={props.form} around={props.around} />
    </>
  );
};
