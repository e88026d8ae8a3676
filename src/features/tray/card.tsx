import { createUniqueId, Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import type { TrayEntry } from "#store/tray.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Card } from "#ui/card.tsx";
import type { Around } from "../appointment-view.ts";
import { copyText } from "../copy-text.ts";
import { createNow, createShown, useEnvironment } from "../environment.tsx";
import { recordTitle } from "../record-title.ts";
import { madeBy, trayView } from "./view.ts";
import "../choices.css";
import "./page.css";

/** One refused edit: what it was about, why it was refused, all it says, and what can be done with it. */
export const TrayCard = (props: {
  readonly entry: TrayEntry;
  readonly around: Around;
  /** Whether what it leans on lies in the tray too, and can be made first. */
  readonly hasMaker: boolean;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}) => {
  const { toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const id = createUniqueId();
  const words = () => ({ texts: texts(), formats: formats(), around: props.around, now: now() });
  const shown = createShown(() => props.entry.op.record);
  const isNew = () => props.entry.op.verb === "new";
  const record = () => shown() ?? props.entry.about ?? madeBy(props.entry.op);
  const view = () => trayView(props.entry.op, words(), record()?.kind);
  const title = () => {
    const known = record();
    return known === null ? null : recordTitle(known, words());
  };
  const about = () => [title()?.name, title()?.time].filter(Boolean).join(", ");
  const isRetryable = () => isNew() === (shown() === null) || (!isNew() && props.hasMaker);
  const copy = async () => {
    const isCopied = await copyText(
      [view().title, about(), ...view().lines].filter(Boolean).join("\n"),
    );
    toasts.show({ text: isCopied ? texts().tray.copied : texts().common.notCopied });
  };
  return (
    <Card>
      <article class="stack" data-gap="tight" aria-labelledby={id}>
        <h2 class="tray-title" id={id}>
          {view().title}
        </h2>
        <Show when={about()}>
          <p>{about()}</p>
        </Show>
        <p>{texts().failures[props.entry.reason]}</p>
        <Show when={view().lines.length > 0}>
          <p class="tray-content">{view().lines.join("\n")}</p>
        </Show>
        <p class="tray-made">{texts().tray.made(formats().moment(props.entry.op.at, now()))}</p>
        <Show when={!isRetryable()}>
          <p>{isNew() ? texts().tray.recordHere : texts().tray.recordGone}</p>
        </Show>
        <div class="choices">
          <Show when={isRetryable()}>
            <Button onClick={() => props.onRetry()}>{texts().tray.retry}</Button>
          </Show>
          <Show when={view().lines.length > 0}>
            <Button onClick={() => void copy()}>{texts().tray.copy}</Button>
          </Show>
          <Show when={shown() === null ? null : title()?.href}>
            {(href) => <ButtonLink href={href()}>{texts().tray.open}</ButtonLink>}
          </Show>
          <Button kind="quiet" onClick={() => props.onDismiss()}>
            {texts().tray.dismiss}
          </Button>
        </div>
      </article>
    </Card>
  );
};
