import { Show } from "solid-js";
import { createUnsentSaves, useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";

/** What only a person can mend is told in a whole sentence on every screen: the short status line would not do. */
export const StoppedNotice = () => {
  const { status } = useEnvironment();
  const { texts } = useLocale();
  const unsent = createUnsentSaves();
  const reason = () => {
    const now = status();
    if (now.kind === "stopped") return now.reason;
    return now.kind === "waiting" && now.reason === "device.unknown" ? now.reason : null;
  };
  return (
    <Show when={reason()}>
      {(code) => (
        <Notice
          tone="broken"
          action={
            // An endpoint that lost the device lost what it acknowledged to it as well; from a revoked one that has gone.
            code() === "device.unknown" || unsent() > 0 ? (
              <ButtonLink href="/backup">{texts().backup.make}</ButtonLink>
            ) : undefined
          }
        >
          {texts().failures[code()]}
        </Notice>
      )}
    </Show>
  );
};
