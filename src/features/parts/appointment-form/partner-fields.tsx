import { createMemo, For } from "solid-js";
import { writingFailure } from "#domain/fields/writing.ts";
import type { RecordId } from "#domain/ids.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { FormPartner } from "#domain/times/meeting.ts";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/select-field.tsx";
import { TextField } from "#ui/text-field.tsx";
import type { FormState } from "./form-state.ts";
import "./partner-fields.css";

const none = "";

/** Who takes part of other organisations: an organisation of the area, somebody in free words, or both; as many as there are. */
export const PartnerFields = (props: { readonly form: FormState }) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const now = createNow();
  const organisations = createRecords(organisationKind);
  const partners = () => props.form.values.partners;
  const items = createMemo(() => partners().map(({ item }) => item));
  const partnerOf = (item: string): FormPartner =>
    partners().find((one) => one.item === item) ?? { item, organisation: null, person: "" };
  const put = (item: string, change: Partial<FormPartner>) =>
    props.form.change({
      partners: partners().map((one) => (one.item === item ? { ...one, ...change } : one)),
    });
  const add = () =>
    props.form.change({
      partners: [...partners(), { item: store.newRecordId(), organisation: null, person: "" }],
    });
  const options = (present: RecordId | null) => {
    const today = toLocalDate(now());
    const open = [...organisations().values()].filter(
      ({ id, values }) => id === present || values.until === null || values.until >= today,
    );
    const named = open.map(({ id, values }) => ({ value: id as string, label: values.name }));
    const isKnown = present === null || organisations().has(present);
    return [
      { value: none, label: texts().meeting.noOrganisation },
      ...(isKnown
        ? []
        : [{ value: present as string, label: texts().meeting.unknownOrganisation }]),
      ...named.sort((one, other) => (one.label < other.label ? -1 : 1)),
    ];
  };
  const sentenceOf = (person: string) => {
    const isWrong = props.form.failures()["partners"] !== undefined;
    const code = isWrong ? writingFailure(person.trim()) : null;
    return code === null ? undefined : texts().failures[code];
  };
  return (
    <section class="stack" data-gap="tight" aria-label={texts().meeting.partners}>
      <For each={items()}>
        {(item, index) => (
          <div
            class="partner stack"
            data-gap="tight"
            role="group"
            aria-label={texts().meeting.partner(index() + 1)}
          >
            <SelectField
              label={texts().meeting.organisation}
              options={options(partnerOf(item).organisation)}
              value={partnerOf(item).organisation ?? none}
              onChange={(id) => put(item, { organisation: id === none ? null : (id as RecordId) })}
            />
            <TextField
              label={texts().meeting.person}
              mark={texts().common.notRequired}
              hint={texts().meeting.personHint}
              error={sentenceOf(partnerOf(item).person)}
              autocapitalize="words"
              enterKeyHint="next"
              value={partnerOf(item).person}
              onInput={(person) => put(item, { person })}
            />
            <Button
              kind="quiet"
              onClick={() =>
                props.form.change({ partners: partners().filter((one) => one.item !== item) })
              }
            >
              {texts().meeting.removePartner(index() + 1)}
            </Button>
          </div>
        )}
      </For>
      <Button onClick={add}>{texts().meeting.addPartner}</Button>
    </section>
  );
};
