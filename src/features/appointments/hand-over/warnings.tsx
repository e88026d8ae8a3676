import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import type { Doubt } from "./handed-event.ts";

/** What the adviser should know before the phone is turned around. No word of it names anybody. */
export const Warnings = (props: { readonly doubt: Doubt; readonly isUnsaved: boolean }) => {
  const { texts } = useLocale();
  const words = () => texts().handOver;
  const warnings = () =>
    ({
      cancelled: { tone: "info", title: words().cancelledTitle, text: words().cancelledText },
      over: { tone: "waiting", title: words().overTitle, text: words().overText },
      clash: { tone: "broken", title: words().clashTitle, text: words().clashText },
      contested: { tone: "broken", title: words().contestedTitle, text: words().contestedText },
      tentative: { tone: "waiting", title: words().tentativeTitle, text: words().tentativeText },
    }) as const;
  const warning = () => (props.doubt === null ? undefined : warnings()[props.doubt]);
  return (
    <div class="stack" data-gap="tight" role="status">
      <Show when={props.isUnsaved}>
        <Notice tone="waiting" title={words().unsavedTitle}>
          {words().unsavedText}
        </Notice>
      </Show>
      <Show when={warning()}>
        {(found) => (
          <Notice tone={found().tone} title={found().title}>
            {found().text}
          </Notice>
        )}
      </Show>
    </div>
  );
};
