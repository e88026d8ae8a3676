import { Show } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import { createClockFault } from "./clock-fault.ts";

/** Says that the device's clock is wrong, and where it is set: outside of the program, so no press of anything here would help. */
export const ClockNotice = () => {
  const { texts } = useStartLocale();
  const fault = createClockFault();
  return (
    <Show when={fault()}>
      {(words) => (
        <Notice tone="waiting" title={words()}>
          {texts().settings.clockAdvice}
        </Notice>
      )}
    </Show>
  );
};
