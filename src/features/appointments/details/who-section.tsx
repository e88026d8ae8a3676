import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { parsePhone } from "#domain/phone.ts";
import { ErasedNotice } from "#features/parts/appointment-form/erased-notice.tsx";
import { WhoFields } from "#features/parts/appointment-form/who-fields.tsx";
import type { DetailsModel } from "./model.ts";

/** The client, and what a changed name means: the same person under a right name, or another one. */
export const WhoSection = (props: { readonly details: DetailsModel }) => {
  const { texts } = useLocale();
  const form = () => props.details.form.values;
  const number = () => {
    const phone = parsePhone(form().phone);
    return phone.ok && phone.value !== "" ? phone.value : null;
  };
  return (
    <>
      <ErasedNotice of="chosen" isShown={props.details.isErased()} />
      <WhoFields
        form={props.details.form}
        isSearching={props.details.isRenamed()}
        onType={(name) => props.details.typeName(name)}
        onChoose={(client) => props.details.chooseClient(client)}
      />
      <Show when={props.details.isRenamed()}>
        <ChoiceChips
          label={texts().appointments.details.nameMeaning}
          options={[
            { value: "rename", label: texts().appointments.details.rename },
            { value: "new", label: texts().appointments.details.newClient },
          ]}
          value={props.details.isNewClient() ? "new" : "rename"}
          onChange={(meaning) => props.details.setNewClient(meaning === "new")}
        />
      </Show>
      <Show when={number()}>
        {(phone) => (
          <ButtonLink href={`tel:${phone()}`}>
            {texts().appointments.details.call(form().phone)}
          </ButtonLink>
        )}
      </Show>
    </>
  );
};
