import { createMemo } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { SuggestField } from "#ui/suggest-field.tsx";
import { TextField } from "#ui/text-field.tsx";
import { createRecords } from "#features/environment.tsx";
import { clientKind } from "#domain/kinds/client.ts";
import type { RecordId } from "#domain/ids.ts";
import { foldName, makeClientSearch } from "./client-search.ts";
import type { FormState } from "./form-state.ts";

/** For whom: a client of the team found by typing, or a new one. */
export const WhoFields = (props: {
  readonly form: FormState;
  /** The text no longer is the chosen client's name. */
  readonly onType: (name: string) => void;
  readonly onChoose: (client: RecordId) => void;
  /** Offers other clients although one is chosen: the name is being changed. */
  readonly isSearching?: boolean;
}) => {
  const { texts } = useLocale();
  const clients = createRecords(clientKind);
  const search = makeClientSearch();
  const found = createMemo(() =>
    props.form.values.client === null || props.isSearching === true
      ? search(clients(), props.form.values.name)
      : [],
  );
  const namesake = () =>
    found().some(({ label }) => foldName(label) === foldName(props.form.values.name));
  const hint = () => {
    if (props.form.values.client !== null) return texts().form.knownClient;
    return namesake() ? texts().form.sameName : texts().form.whoHint;
  };
  const sentenceOf = (field: "name" | "phone") => {
    const code = props.form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  return (
    <>
      <SuggestField
        label={texts().form.who}
        hint={hint()}
        error={sentenceOf("name")}
        value={props.form.values.name}
        onInput={props.onType}
        suggestions={found()}
        onChoose={({ id }) => props.onChoose(id)}
        countText={texts().form.suggestions}
        autocapitalize="words"
        enterKeyHint="next"
      />
      <TextField
        label={texts().form.phone}
        mark={texts().common.notRequired}
        error={sentenceOf("phone")}
        value={props.form.values.phone}
        onInput={(phone) => props.form.change({ phone })}
        type="tel"
        enterKeyHint="next"
        autocomplete="off"
        placeholder="040 …"
      />
    </>
  );
};
