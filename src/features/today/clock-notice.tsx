import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";
import { createClockFault } from "../clock-fault.ts";

/** A wrong clock shows the wrong day and the wrong time to come: said where the day is looked at. */
export const ClockNotice = () => {
  const { texts } = useLocale();
  const fault = createClockFault();
  return (
    <Show when={fault()}>
      {(sentence) => (
        <Notice
          tone="waiting"
          action={<ButtonLink href="/settings">{texts().shell.settings}</ButtonLink>}
        >
          {sentence()}
        </Notice>
      )}
    </Show>
  );
};
