import { useLocation } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { createUnsentSaves, useEnvironment } from "#features/environment.tsx";
import { useStartLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";
import { isUnknown } from "./is-unknown.ts";

/** What only a person can mend is told in a whole sentence on every screen: the short status line would not do. */
export const StoppedNotice = () => {
  const { status } = useEnvironment();
  const { texts } = useStartLocale();
  const location = useLocation();
  const unsent = createUnsentSaves();
  const reason = () => {
    const now = status();
    if (now.kind === "stopped") return now.reason;
    // The page of the registration says the same at length.
    return isUnknown(now) && location.pathname !== "/enrol" ? "device.unknown" : null;
  };
  const wayOut = (): JSX.Element => {
    if (reason() === "device.unknown") {
      return <ButtonLink href="/enrol">{texts().registration.open}</ButtonLink>;
    }
    const isThere = location.pathname === "/backup";
    return unsent() > 0 && !isThere ? (
      <ButtonLink href="/backup">{texts().backup.make}</ButtonLink>
    ) : undefined;
  };
  return (
    <Show when={reason()}>
      {(code) => (
        <Notice tone="broken" action={wayOut()}>
          {texts().failures[code()]}
        </Notice>
      )}
    </Show>
  );
};
