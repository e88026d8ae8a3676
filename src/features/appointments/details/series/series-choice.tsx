import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { MetList } from "./met-list.tsx";
import type { ScopeQuestion, SeriesScope } from "./series-scope.ts";
import "#features/parts/screen/choices.css";

/** Asks of a changed time of a series whether those that follow it change as well, and says which of them land on something. */
export const SeriesChoice = (props: { readonly scope: SeriesScope; readonly around: Around }) => {
  const { texts } = useLocale();
  const words = () => texts().series;
  /** Where none would change beside those that stay, it is the same as this one alone. */
  const isPartOffered = ({ met, fitting }: ScopeQuestion) => met.length > 0 && fitting > 0;
  return (
    <Show when={props.scope.question()}>
      {(question) => (
        <Dialog
          open
          onClose={() => question().answer(null)}
          title={words().scope}
          description={words().scopeHint}
          closeLabel={words().backToForm}
          footer={
            <div class="choices">
              <Button kind="primary" onClick={() => question().answer("this")}>
                {words().scopes.this}
              </Button>
              <Show when={isPartOffered(question())}>
                <Button onClick={() => question().answer("fitting")}>
                  {words().scopes.fitting(question().fitting)}
                </Button>
              </Show>
              <Button onClick={() => question().answer("following")}>
                {words().scopes.following(question().count)}
              </Button>
            </div>
          }
        >
          <Show when={question().met.length > 0}>
            <MetList met={question().met} count={question().count} around={props.around} />
          </Show>
        </Dialog>
      )}
    </Show>
  );
};
