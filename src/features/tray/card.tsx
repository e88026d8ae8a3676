import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import type { TrayEntry } from "#store/tray.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createNow, createShown } from "../environment.tsx";
import { recordTitle } from "#features/parts/values/record-title.ts";
import { EditCard } from "./edit-card.tsx";
import { madeBy } from "./view.ts";

/** One refused edit, until a person has dealt with it. */
export const TrayCard = (props: {
  readonly entry: TrayEntry;
  readonly around: Around;
  /** Whether what it leans on lies in the tray too, and can be made first. */
  readonly hasMaker: boolean;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const shown = createShown(() => props.entry.op.record);
  const isNew = () => props.entry.op.verb === "new";
  const isRetryable = () => isNew() === (shown() === null) || (!isNew() && props.hasMaker);
  const hint = () => (isNew() ? texts().tray.recordHere : texts().tray.recordGone);
  const href = () => {
    const record = shown();
    if (record === null) return null;
    const words = { texts: texts(), formats: formats(), around: props.around, now: now() };
    return recordTitle(record, words).href;
  };
  return (
    <EditCard
      op={props.entry.op}
      record={shown() ?? props.entry.about ?? madeBy(props.entry.op)}
      around={props.around}
      why={texts().failures[props.entry.reason]}
      hint={isRetryable() ? undefined : hint()}
      before={
        <Show when={isRetryable()}>
          <Button onClick={() => props.onRetry()}>{texts().tray.retry}</Button>
        </Show>
      }
      after={
        <>
          <Show when={href()}>
            {(to) => <ButtonLink href={to()}>{texts().tray.open}</ButtonLink>}
          </Show>
          <Button kind="quiet" onClick={() => props.onDismiss()}>
            {texts().tray.dismiss}
          </Button>
        </>
      }
    />
  );
};
