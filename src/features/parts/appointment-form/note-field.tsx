import { useLocale } from "#i18n/locale.ts";
import { TextAreaField } from "#ui/text-area-field.tsx";
import type { FormState } from "./form-state.ts";

export const NoteField = (props: { readonly form: FormState }) => {
  const { texts } = useLocale();
  const sentence = () => {
    const code = props.form.failures()["note"];
    return code === undefined ? undefined : texts().failures[code];
  };
  return (
    <TextAreaField
      label={texts().form.note}
      mark={texts().common.notRequired}
      hint={texts().form.noteHint}
      error={sentence()}
      value={props.form.values.note}
      onInput={(note) => props.form.change({ note })}
      autocapitalize="sentences"
    />
  );
};
