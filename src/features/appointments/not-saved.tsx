import { Show } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";

/** Said when the disk or the rules did not let something through; any other reason has its own notice. */
export const NotSaved = (props: { readonly code: FailureCode | "no-team" | null }) => {
  const { texts } = useLocale();
  const code = () => (props.code === "no-team" ? null : props.code);
  return (
    <Show when={code()}>
      {(failed) => (
        <div
          ref={(element) => queueMicrotask(() => element.scrollIntoView?.({ block: "nearest" }))}
        >
          <Notice tone="broken" urgent title={texts().common.notSaved}>
            {texts().failures[failed()]} {texts().common.stillHere}
          </Notice>
        </div>
      )}
    </Show>
  );
};
