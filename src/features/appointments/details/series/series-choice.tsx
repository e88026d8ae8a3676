import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { SeriesScope } from "./series-scope.ts";
import "#features/parts/screen/choices.css";

/** Asks of a changed time of a series whether those that follow it change as well. */
export const SeriesChoice = (props: { readonly scope: SeriesScope }) => {
  const { texts } = useLocale();
  const words = () => texts().series;
  return (
    <Show when={props.scope.question()}>
      {(question) => (
        <Dialog
          open
          onClose={() => question().answer(null)}
          title={words().scope}
          description={words().scopeHint}
          closeLabel={words().backToForm}
        >
          <div class="choices">
            <Button kind="primary" onClick={() => question().answer("this")}>
              {words().scopes.this}
            </Button>
            <Button onClick={() => question().answer("following")}>
              {words().scopes.following(question().count)}
            </Button>
          </div>
        </Dialog>
      )}
    </Show>
  );
};
