import { onCleanup, Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import type { SeriesScope } from "./series-scope.ts";

/** Asks of a changed time of a series whether those that follow it change as well. */
export const SeriesChoice = (props: {
  readonly scope: SeriesScope;
  readonly isChanged: boolean;
}) => (
  <Show when={props.isChanged && props.scope.following().length > 0}>
    <Choice scope={props.scope} />
  </Show>
);

/** Asked anew for each change: what was wide once is not so for good. */
const Choice = (props: { readonly scope: SeriesScope }) => {
  const { texts } = useLocale();
  const words = () => texts().series;
  onCleanup(() => props.scope.setWide(false));
  return (
    <ChoiceChips
      label={words().scope}
      hint={words().scopeHint}
      options={[
        { value: "this", label: words().scopes.this },
        { value: "following", label: words().scopes.following(props.scope.following().length) },
      ]}
      value={props.scope.isWide() ? "following" : "this"}
      onChange={(chosen) => props.scope.setWide(chosen === "following")}
    />
  );
};
