import { createSignal, Show } from "solid-js";
import type { Chance } from "#domain/chance.ts";
import type { FailureCode } from "#domain/failure.ts";
import type { Result } from "#domain/result.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-field.tsx";
import { focusFirstWrong } from "#features/parts/screen/focus.ts";
import { PassphraseFields } from "./passphrase-fields.tsx";
import {
  checkEnrolment,
  type EnrolmentFailures,
  type EnrolmentForm,
  enrolmentSentence,
  isOfCode,
  type LookView,
} from "./view.ts";

/** Who takes the device into use, and the passphrase that will open it. */
export const PersonForm = (props: {
  readonly code: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly view: LookView;
  readonly chance: Chance;
  readonly enrol: (form: EnrolmentForm) => Promise<Result<true, FailureCode>>;
  readonly onBadCode: (failure: FailureCode) => void;
  readonly onOtherCode: () => void;
}) => {
  const { texts, locale } = useLocale();
  const [passphrase, setPassphrase] = createSignal("");
  const [hasBackup, setHasBackup] = createSignal(false);
  const [wrong, setWrong] = createSignal<EnrolmentFailures>({});
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  let form: HTMLFormElement | undefined;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy()) return;
    const filled = {
      code: props.code,
      name: props.name.trim(),
      passphrase: passphrase(),
      hasBackup: hasBackup(),
    };
    setWrong(checkEnrolment(filled));
    if (Object.keys(wrong()).length > 0) {
      if (form !== undefined) focusFirstWrong(form);
      return;
    }
    setBusy(true);
    setFailure(null);
    const enrolled = await props.enrol(filled);
    setBusy(false);
    if (enrolled.ok) return;
    if (isOfCode(enrolled.failure)) props.onBadCode(enrolled.failure);
    else setFailure(enrolled.failure);
  };
  /** A field that is changed loses its failure: the person is already mending it. */
  const mend = (field: keyof EnrolmentFailures) =>
    setWrong((before) => {
      const left = { ...before };
      delete left[field];
      return left;
    });
  const sentenceOf = (code: FailureCode | undefined) =>
    code === undefined ? undefined : texts().failures[code];

  return (
    <form
      ref={(element) => (form = element)}
      class="stack"
      novalidate
      onSubmit={(event) => void submit(event)}
    >
      <Card>
        <p>{texts().enrolment.invitationLabel}</p>
        <p>
          <strong>
            {texts().enrolment.invitation(props.view.team, props.view.area[locale()])}
          </strong>
        </p>
        <Button kind="quiet" onClick={() => props.onOtherCode()}>
          {texts().enrolment.otherCode}
        </Button>
      </Card>
      <TextField
        label={texts().enrolment.name}
        hint={texts().enrolment.nameHint}
        error={sentenceOf(wrong().name)}
        value={props.name}
        onInput={(name) => {
          mend("name");
          props.onName(name);
        }}
        name="name"
        autocomplete="name"
        autocapitalize="words"
      />
      <PassphraseFields
        value={passphrase()}
        onInput={(typed) => {
          mend("passphrase");
          setPassphrase(typed);
        }}
        error={sentenceOf(wrong().passphrase)}
        ownName={props.name}
        chance={props.chance}
      />
      <Show when={props.view.name !== undefined}>
        <Checkbox
          label={texts().backup.haveBackup}
          hint={texts().backup.haveBackupHint}
          checked={hasBackup()}
          onChange={setHasBackup}
        />
      </Show>
      <Show when={failure()}>
        {(code) => (
          <Notice tone="broken" urgent>
            {enrolmentSentence(code(), texts())}
          </Notice>
        )}
      </Show>
      <Button
        type="submit"
        kind="primary"
        wide
        busy={isBusy()}
        busyLabel={texts().enrolment.enrolling}
      >
        {isBusy() ? texts().enrolment.enrolling : texts().enrolment.enrol}
      </Button>
    </form>
  );
};
