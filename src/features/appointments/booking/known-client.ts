import type { Accessor } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { parsePhone } from "#domain/phone.ts";
import type { Sight } from "#store/sight.ts";
import type { Store } from "#store/store.ts";
import { usualLanguage } from "./defaults.ts";
import type { PhoneChange } from "./save.ts";
import { createErasedPeople, isNobody } from "#features/parts/appointment-form/erased-people.ts";
import type { FormState } from "#features/parts/appointment-form/form-state.ts";
import { phoneText } from "#features/parts/values/phone-text.ts";

/**
 * A known client in a form: choosing one fills the number and the language in, typing another name lets go of it. Of one who
 * is erased meanwhile nothing stays, nor of a number that was corrected.
 */
export type KnownClient = {
  readonly choose: (client: RecordId) => void;
  readonly type: (name: string) => void;
  /** The number as it was filled in; a draft keeps it beside the form. */
  readonly filledPhone: () => string;
  /** The correction of the chosen client's number, if there is one. */
  readonly phoneChange: () => PhoneChange | null;
  /** Whoever was chosen was erased since, and nobody else is in the form yet. */
  readonly isErased: Accessor<boolean>;
};

export const createKnownClient = (
  form: FormState,
  { ledger }: Store,
  restoredPhone: string,
): KnownClient => {
  let filled = restoredPhone;
  const restored = form.values.client;
  let sight: Sight | null = restored === null ? null : ledger.sightOf(restored);
  const hasLetGo = createErasedPeople(
    () => [form.values.client],
    () => {
      sight = null;
      filled = "";
      form.change({ client: null, name: "", phone: "", language: usualLanguage });
    },
  );
  return {
    choose(client) {
      const known = ledger.get(clientKind, client);
      if (known === undefined) return;
      sight = ledger.sightOf(client);
      filled = phoneText(known.values.phone);
      const { name, language } = known.values;
      form.change({ client, name, language, phone: filled });
    },
    type(name) {
      if (form.values.client === null) {
        form.change({ name });
        return;
      }
      const known = ledger.get(clientKind, form.values.client);
      const isPhoneFilled = form.values.phone === filled;
      const isLanguageFilled = form.values.language === known?.values.language;
      form.change({
        client: null,
        name,
        ...(isPhoneFilled ? { phone: "" } : {}),
        ...(isLanguageFilled ? { language: usualLanguage } : {}),
      });
      sight = null;
      filled = "";
    },
    filledPhone: () => filled,
    isErased: () => hasLetGo() && isNobody(form.values),
    phoneChange() {
      const written = parsePhone(form.values.phone);
      const before = parsePhone(filled);
      if (sight === null || !written.ok || !before.ok || written.value === before.value)
        return null;
      return { sight, phone: written.value, before: before.value };
    },
  };
};
