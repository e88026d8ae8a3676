import { Show } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { News } from "#features/parts/screen/news.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import { NoTeamAnswer } from "./no-team.tsx";

/**
 * Said when a form was not saved. It stands right before the bar with the button that was pressed and takes the focus: at
 * the end of a long form nobody would see it.
 */
export const NotSaved = (props: { readonly code: FailureCode | "no-team" | null }) => {
  const { texts } = useLocale();
  const code = () => (props.code === "no-team" ? null : props.code);
  return (
    <>
      <NoTeamAnswer isPressed={props.code === "no-team"} />
      <Show when={code()}>
        {(failed) => (
          <News>
            <Notice tone="broken" urgent title={texts().common.notSaved}>
              {texts().failures[failed()]} {texts().common.stillHere}
            </Notice>
          </News>
        )}
      </Show>
    </>
  );
};
