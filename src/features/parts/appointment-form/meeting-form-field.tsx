import { formCodes } from "#domain/kinds/appointment-codes.ts";
import { useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { SelectField } from "#ui/select-field.tsx";
import { withForm, withPresent } from "./form-kinds.ts";
import type { FormState } from "./form-state.ts";

/** Who meets: one client, a group, partners. The first field, for it decides which others there are. */
export const MeetingFormField = (props: { readonly form: FormState }) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const form = () => props.form.values;
  const options = () =>
    withPresent(formCodes, form().form).map((value) => ({
      value,
      label: wordOf(texts().words.form, value),
    }));
  return (
    <div class="meeting-form">
      <SelectField
        label={texts().meeting.form}
        labelHidden
        quiet
        options={options()}
        value={form().form}
        onChange={(code) => props.form.change(withForm(form(), code, () => store.newRecordId()))}
      />
    </div>
  );
};
