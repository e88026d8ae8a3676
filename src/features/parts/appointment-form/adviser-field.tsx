import { Show } from "solid-js";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { SelectField } from "#ui/select-field.tsx";

/** Whose time it takes: the own, or a colleague's. */
export const AdviserField = (props: {
  readonly present: string;
  readonly advisers: Around["advisers"];
  readonly onChoose: (adviser: string) => void;
}) => {
  const { texts } = useLocale();
  const options = () => {
    const known = [...props.advisers.values()].map(({ id, values }) => ({
      value: id as string,
      label: values.name,
    }));
    const isKnown = known.some(({ value }) => value === props.present);
    return isKnown
      ? known
      : [{ value: props.present, label: texts().common.unknownPerson }, ...known];
  };
  return (
    <Show when={options().length > 1}>
      <SelectField
        label={texts().form.adviser}
        options={options()}
        value={props.present}
        onChange={(adviser) => props.onChoose(adviser)}
      />
    </Show>
  );
};
