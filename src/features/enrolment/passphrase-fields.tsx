import { createSignal, Show } from "solid-js";
import type { Chance } from "#domain/chance.ts";
import { makePassphrase, passphraseStrength } from "#domain/passphrase.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { PasswordField } from "#ui/password-field.tsx";
import { StrengthMeter } from "#ui/strength-meter.tsx";
import { copyText } from "#features/parts/screen/copy-text.ts";

/** Choosing a passphrase: typed, pasted, or suggested and shown. */
export const PassphraseFields = (props: {
  readonly value: string;
  readonly onInput: (passphrase: string) => void;
  readonly error: string | undefined;
  readonly ownName: string;
  readonly chance: Chance;
}) => {
  const { texts } = useLocale();
  const [suggested, setSuggested] = createSignal<string | null>(null);
  const [copied, setCopied] = createSignal<boolean | null>(null);
  const strength = () => passphraseStrength(props.value, props.ownName);
  /** What was suggested, while it is what the field holds. */
  const shown = () => (suggested() === props.value ? suggested() : null);
  const suggest = () => {
    const made = makePassphrase(props.chance);
    setSuggested(made);
    setCopied(null);
    props.onInput(made);
  };
  const copyNote = () => {
    if (copied() === null) return "";
    return copied() === true ? texts().common.copied : texts().common.notCopied;
  };
  return (
    <>
      <PasswordField
        label={texts().enrolment.passphrase}
        hint={texts().enrolment.passphraseHint}
        error={props.error}
        showLabel={texts().enrolment.show}
        hideLabel={texts().enrolment.hide}
        name="new-passphrase"
        autocomplete="new-password"
        value={props.value}
        onInput={props.onInput}
      />
      <StrengthMeter
        label={texts().enrolment.strength}
        level={props.value === "" ? 0 : strength()}
        text={
          props.value === ""
            ? texts().enrolment.noStrength
            : texts().enrolment.strengths[strength()]
        }
      />
      <Show when={shown()}>
        {(passphrase) => (
          <Card>
            <p class="enrolment-suggestion" translate="no">
              {passphrase()}
            </p>
            <p>{texts().enrolment.suggested}</p>
            <Button onClick={() => void copyText(passphrase()).then(setCopied)}>
              {texts().common.copy}
            </Button>
            <p role="status">{copyNote()}</p>
          </Card>
        )}
      </Show>
      <Button kind="quiet" onClick={suggest}>
        {suggested() === null ? texts().enrolment.suggest : texts().enrolment.suggestAgain}
      </Button>
      <p>{texts().enrolment.noRescue}</p>
    </>
  );
};
