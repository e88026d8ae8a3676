import { createMemo, Show } from "solid-js";
import { clientKind } from "#domain/kinds/client.ts";
import { guidanceLanguages } from "#domain/language.ts";
import type { WaitingForm } from "#domain/waiting/waiting-form.ts";
import { createRecords } from "#features/environment.tsx";
import { foldName, makeClientSearch } from "#features/parts/appointment-form/client-search.ts";
import type { FormState } from "#features/parts/appointment-form/form-state.ts";
import { phoneText } from "#features/parts/values/phone-text.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { SuggestField } from "#ui/suggest-field.tsx";
import { TextField } from "#ui/text-field.tsx";

const nearLanguages = 3;

/** Who waits: a client of the team found by typing, or a new one with a number and a language. */
export const WhoWaits = (props: { readonly form: FormState<WaitingForm> }) => {
  const { texts } = useLocale();
  const clients = createRecords(clientKind);
  const search = makeClientSearch();
  const form = () => props.form.values;
  const isNew = () => form().client === null;
  const found = createMemo(() => (isNew() ? search(clients(), form().name) : []));
  const hint = () => {
    if (!isNew()) return texts().form.knownClient;
    const isNamesake = found().some(({ label }) => foldName(label) === foldName(form().name));
    return isNamesake ? texts().form.sameName : texts().form.whoHint;
  };
  const sentenceOf = (field: "name" | "phone") => {
    const code = props.form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  const number = () => {
    const { client } = form();
    const known = client === null ? "" : (clients().get(client)?.values.phone ?? "");
    return known === "" ? "" : phoneText(known);
  };
  return (
    <>
      <SuggestField
        label={texts().form.who}
        hint={[hint(), number()].filter(Boolean).join(". ")}
        error={sentenceOf("name")}
        value={form().name}
        onInput={(name) => props.form.change({ name, client: null })}
        suggestions={found()}
        onChoose={({ id, label }) => props.form.change({ client: id, name: label })}
        countText={texts().form.suggestions}
        autocapitalize="words"
        enterKeyHint="next"
      />
      <Show when={isNew()}>
        <TextField
          label={texts().form.phone}
          mark={texts().common.notRequired}
          error={sentenceOf("phone")}
          value={form().phone}
          onInput={(phone) => props.form.change({ phone })}
          type="tel"
          enterKeyHint="next"
          autocomplete="off"
          placeholder="040 …"
        />
        <ChoiceChips
          label={texts().form.language}
          options={guidanceLanguages.map((value) => ({
            value: value as string,
            label: wordOf(texts().words.language, value),
          }))}
          visible={nearLanguages}
          moreLabel={texts().form.moreLanguages}
          value={form().language}
          onChange={(language) => props.form.change({ language })}
        />
      </Show>
    </>
  );
};
