import { createSignal, onCleanup, Show } from "solid-js";
import { useEnvironment } from "#features/environment.tsx";
import { useStartLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";

/** Says that the browser lost its disk and what is there all the same, until an exchange has brought the rest. */
export const BroughtBackNotice = () => {
  const { store } = useEnvironment();
  const { texts } = useStartLocale();
  const [isShown, setShown] = createSignal(store.damage().isRestMissing);
  onCleanup(store.ledger.subscribe(() => setShown(store.damage().isRestMissing)));
  return (
    <Show when={isShown()}>
      <Notice tone="waiting" title={texts().shell.broughtBackTitle}>
        {texts().shell.broughtBackText}
      </Notice>
    </Show>
  );
};
