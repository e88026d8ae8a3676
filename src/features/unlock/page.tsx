import { createSignal, onMount, Show } from "solid-js";
import type { Result } from "#domain/result.ts";
import { useStartLocale } from "#i18n/locale.ts";
import type { StorageFailure } from "#store/guard.ts";
import type { UnlockFailure } from "#store/keyring.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageFrame } from "#ui/page-frame.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PasswordField } from "#ui/password-field.tsx";
import { LanguageChoice } from "#features/parts/screen/language-choice.tsx";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { createCountdown } from "./countdown.ts";
import "./page.css";

export type UnlockPageProps = {
  /** Takes about half a second; on success the page goes away. */
  readonly unlock: (passphrase: string) => Promise<Result<true, UnlockFailure | StorageFailure>>;
  /** Whether edits wait on this device to be sent. */
  readonly hasUnsent?: boolean | undefined;
  /** Whether this device was revoked: the records have left it, and what waits will not go out. */
  readonly isRevoked?: boolean | undefined;
};

/** The passphrase, between the device and everything on it. */
export const UnlockPage = (props: UnlockPageProps) => {
  const { texts, formats } = useStartLocale();
  const [passphrase, setPassphrase] = createSignal("");
  const [failure, setFailure] = createSignal<UnlockFailure | StorageFailure | "empty" | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const countdown = createCountdown();
  createScreenTitle(() => texts().unlock.title);
  let input: HTMLInputElement | undefined;
  onMount(() => input?.focus());

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy()) return;
    if (passphrase().trim() === "") {
      setFailure("empty");
      input?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    const opened = await props.unlock(passphrase());
    setBusy(false);
    if (opened.ok) return;
    setFailure(opened.failure);
    if (opened.failure.code === "passphrase.wait") countdown.start(opened.failure.waitMs);
    input?.focus();
    input?.select();
  };

  /** What is wrong with the passphrase stands beside it; what is wrong with the device, above. */
  const besideField = () => {
    const now = failure();
    if (now === null) return undefined;
    if (now === "empty") return texts().unlock.required;
    if (now.code === "passphrase.wait") {
      const left = countdown.leftMs();
      return left > 0 ? texts().unlock.wait(formats().countdown(left)) : undefined;
    }
    return now.code === "passphrase.wrong" ? texts().failures[now.code] : undefined;
  };
  const isWaitOver = () => {
    const now = failure();
    return (
      now !== null && now !== "empty" && now.code === "passphrase.wait" && countdown.leftMs() === 0
    );
  };
  const ofDevice = () => {
    const now = failure();
    if (now === null || now === "empty") return null;
    return now.code === "passphrase.wrong" || now.code === "passphrase.wait" ? null : now.code;
  };

  return (
    <PageFrame>
      <form class="gate" novalidate onSubmit={(event) => void submit(event)}>
        <p class="gate-name">{texts().common.appName}</p>
        <PageHeader
          title={texts().unlock.title}
          subtitle={props.isRevoked === true ? undefined : texts().unlock.text}
        />
        <Show when={props.isRevoked}>
          <Notice tone="broken" title={texts().unlock.revokedText}>
            {props.hasUnsent === true ? texts().unlock.revokedUnsentText : undefined}
          </Notice>
        </Show>
        <Show when={props.hasUnsent === true && props.isRevoked !== true}>
          <Notice tone="waiting">{texts().unlock.unsentText}</Notice>
        </Show>
        <Show when={ofDevice()}>
          {(code) => (
            <Notice tone="broken" urgent>
              {texts().failures[code()]}
            </Notice>
          )}
        </Show>
        <PasswordField
          ref={(element) => (input = element)}
          label={texts().unlock.passphrase}
          showLabel={texts().unlock.show}
          hideLabel={texts().unlock.hide}
          name="passphrase"
          autocomplete="current-password"
          value={passphrase()}
          onInput={setPassphrase}
          hint={isWaitOver() ? texts().unlock.canTry : undefined}
          error={besideField()}
        />
        <Button
          type="submit"
          kind="primary"
          wide
          busy={isBusy()}
          busyLabel={texts().unlock.opening}
        >
          {isBusy() ? texts().unlock.opening : texts().unlock.open}
        </Button>
        <LanguageChoice />
      </form>
    </PageFrame>
  );
};
