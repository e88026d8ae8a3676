import { createEffect, createSignal, on } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { useEnvironment } from "../environment.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { CodeForm } from "./code-form.tsx";
import { MemberIdCard } from "./member-id-card.tsx";
import { isOfCode } from "./view.ts";

/** A device with a vault that the endpoint does not know any more: a code registers it again, as it is. */
export const RegisterAgainPage = (props: {
  /** The code of the link, or `null` when it has to be typed. */
  readonly code: string | null;
  /** The device is registered: the code must not stay in the address. */
  readonly onDone: () => void;
}) => {
  const { texts } = useLocale();
  const { registration, toasts, exchangeNow, store } = useEnvironment();
  const [code, setCode] = createSignal("");
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  createScreenTitle(() => texts().registration.title);
  createHeadingFocus();
  createEffect(
    on(
      () => props.code,
      (ofLink) => {
        if (ofLink !== null) typeCode(ofLink);
      },
    ),
  );

  const typeCode = (typed: string) => {
    const told = failure();
    if (told !== null && isOfCode(told)) setFailure(null);
    setCode(typed);
  };
  const register = async () => {
    if (isBusy()) return;
    if (code().trim() === "") {
      setFailure("field.required");
      return;
    }
    setBusy(true);
    setFailure(null);
    const registered = await registration.again(code());
    setBusy(false);
    if (registered.ok) {
      toasts.show({ text: texts().registration.done, tone: "certain" });
      props.onDone();
    } else setFailure(registered.failure.code);
    // A device that turns out to be revoked gives up its records by the exchange alone.
    if (registered.ok || registered.failure.code === "device.revoked") exchangeNow();
  };

  return (
    <div class="stack">
      <PageHeader title={texts().registration.title} />
      <p>{texts().registration.text}</p>
      <CodeForm
        words={{
          text: texts().registration.codeText,
          submit: texts().registration.register,
          busy: texts().registration.registering,
          needsNetwork: texts().registration.needsNetwork,
        }}
        code={code()}
        onCode={typeCode}
        failure={failure()}
        isBusy={isBusy()}
        onSubmit={() => void register()}
      />
      <MemberIdCard member={store.identity.member} />
      <ButtonLink kind="quiet" href="/backup">
        {texts().backup.make}
      </ButtonLink>
    </div>
  );
};
