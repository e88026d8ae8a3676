import { createSignal, onCleanup, Show } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";
import { PageFrame } from "#ui/page-frame.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";

/** How long the disk may take without a word, in milliseconds. */
const silentMs = 1_000;

/** The device is being searched for somebody's vault: usually over before anybody reads a word of it. */
export const Looking = () => {
  const { texts } = useStartLocale();
  const [isLong, setLong] = createSignal(false);
  const timer = setTimeout(() => setLong(true), silentMs);
  onCleanup(() => clearTimeout(timer));
  return (
    <PageFrame>
      <div role="status">
        <Show when={isLong()}>
          <ProgressBar label={texts().unlock.looking} max={1} />
        </Show>
      </div>
    </PageFrame>
  );
};
