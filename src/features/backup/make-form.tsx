import { createSignal, Show } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { passphraseStrength } from "#domain/passphrase.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Backup } from "#store/backup/backup.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PasswordField } from "#ui/password-field.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { StrengthMeter } from "#ui/strength-meter.tsx";
import { useEnvironment } from "../environment.tsx";
import { News } from "#features/parts/screen/news.tsx";
import type { HandOver } from "#features/parts/screen/file-hand-over.ts";
import { Ready } from "./ready.tsx";

/** Makes a backup under a passphrase and hands it over. */
export const MakeForm = (props: {
  readonly handOver: HandOver;
  /** Whether it is what somebody came to the page for. */
  readonly isWanted: boolean;
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const [passphrase, setPassphrase] = createSignal("");
  const [wrong, setWrong] = createSignal(false);
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const [made, setMade] = createSignal<{ backup: Backup; file: File } | null>(null);
  let input: HTMLInputElement | undefined;

  const make = async () => {
    if (isBusy()) return;
    setBusy(true);
    setWrong(false);
    setFailure(null);
    setMade(null);
    const backup = await store.backup.make(passphrase());
    setBusy(false);
    if (backup.ok) {
      const name = texts().backup.fileName(toLocalDate(backup.value.madeAt));
      const file = new File([backup.value.bytes], name, { type: "text/plain" });
      setPassphrase("");
      setMade({ backup: backup.value, file });
    } else if (backup.failure.code === "passphrase.too_short") {
      setWrong(true);
      input?.focus();
    } else setFailure(backup.failure.code);
  };
  const strength = () => passphraseStrength(passphrase(), store.identity.name);
  return (
    <form
      class="stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <PasswordField
        ref={(element) => (input = element)}
        label={texts().backup.passphrase}
        hint={texts().backup.passphraseHint}
        error={wrong() ? texts().failures["passphrase.too_short"] : undefined}
        showLabel={texts().enrolment.show}
        hideLabel={texts().enrolment.hide}
        name="backup-passphrase"
        autocomplete="new-password"
        value={passphrase()}
        onInput={(typed) => {
          setWrong(false);
          setPassphrase(typed);
        }}
      />
      <StrengthMeter
        label={texts().enrolment.strength}
        level={passphrase() === "" ? 0 : strength()}
        text={
          passphrase() === ""
            ? texts().enrolment.noStrength
            : texts().enrolment.strengths[strength()]
        }
      />
      <Show when={failure()}>
        {(code) => (
          <Notice tone="broken" urgent>
            {texts().failures[code()]}
          </Notice>
        )}
      </Show>
      <Button
        type="submit"
        kind={props.isWanted ? "primary" : "secondary"}
        wide
        busy={isBusy()}
        busyLabel={texts().backup.making}
      >
        {texts().backup.make}
      </Button>
      <Show when={isBusy()}>
        <ProgressBar label={texts().backup.making} max={1} />
      </Show>
      <Show when={made()} keyed>
        {({ backup, file }) => (
          <News>
            <Ready backup={backup} file={file} handOver={props.handOver} />
          </News>
        )}
      </Show>
    </form>
  );
};
