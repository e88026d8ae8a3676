import { Show } from "solid-js";
import type { Around } from "#features/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { SelectField } from "#ui/select-field.tsx";
import type { FormState } from "../form-state.ts";
import type { DetailsForm } from "./values.ts";

/** Whose time it takes: a time can be handed to a colleague. */
export const AdviserField = (props: {
  readonly form: FormState<DetailsForm>;
  readonly advisers: Around["advisers"];
}) => {
  const { texts } = useLocale();
  const present = () => props.form.values.adviser;
  const options = () => {
    const known = [...props.advisers.values()].map(({ id, values }) => ({
      value: id as string,
      label: values.name,
    }));
    const isKnown = known.some(({ value }) => value === present());
    return isKnown ? known : [{ value: present(), label: texts().common.unknownPerson }, ...known];
  };
  return (
    <Show when={options().length > 1}>
      <SelectField
        label={texts().form.adviser}
        options={options()}
        value={present()}
        onChange={(adviser) => props.form.change({ adviser })}
      />
    </Show>
  );
};
