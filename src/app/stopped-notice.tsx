import { Show } from "solid-js";
import { useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";

/** What only a person can mend is told in a whole sentence on every screen: the short status line would not do. */
export const StoppedNotice = () => {
  const { status } = useEnvironment();
  const { texts } = useLocale();
  const reason = () => {
    const now = status();
    if (now.kind === "stopped") return now.reason;
    return now.kind === "waiting" && now.reason === "device.unknown" ? now.reason : null;
  };
  return (
    <Show when={reason()}>
      {(code) => <Notice tone="broken">{texts().failures[code()]}</Notice>}
    </Show>
  );
};
