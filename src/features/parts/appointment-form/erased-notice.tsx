import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";

/** Says quietly why somebody is no longer in a form that nobody has sent: whom it was for, or who was on its list. */
export const ErasedNotice = (props: {
  readonly isShown: boolean;
  readonly of: "chosen" | "listed";
}) => {
  const { texts } = useLocale();
  return (
    <div role="status">
      <Show when={props.isShown}>
        <Notice>{texts().form.erased[props.of]}</Notice>
      </Show>
    </div>
  );
};
