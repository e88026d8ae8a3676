import { createUniqueId, type JSX, Show } from "solid-js";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { copyText } from "#features/parts/screen/copy-text.ts";
import { createNow, useEnvironment } from "../environment.tsx";
import { recordTitle } from "#features/parts/values/record-title.ts";
import { trayView } from "./view.ts";
import "#features/parts/screen/choices.css";
import "./page.css";

/** One edit, whole and to be copied: what it was about, why it is here, all it says, and what else can be done with it. */
export const EditCard = (props: {
  readonly op: Op;
  /** The record as far as it is known. */
  readonly record: RecordState | null;
  readonly around: Around;
  readonly why?: string;
  /** What there is to say about what can be done. */
  readonly hint?: string | undefined;
  readonly before?: JSX.Element;
  readonly after?: JSX.Element;
}) => {
  const { toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const id = createUniqueId();
  const words = () => ({ texts: texts(), formats: formats(), around: props.around, now: now() });
  const view = () => trayView(props.op, words(), props.record?.kind);
  const about = () => {
    if (props.record === null) return "";
    const { name, time } = recordTitle(props.record, words());
    return [name, time].filter(Boolean).join(", ");
  };
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
        <Show when={props.why}>
          <p>{props.why}</p>
        </Show>
        <Show when={view().lines.length > 0}>
          <p class="tray-content">{view().lines.join("\n")}</p>
        </Show>
        <p class="tray-made">{texts().tray.made(formats().moment(props.op.at, now()))}</p>
        <Show when={props.hint}>
          <p>{props.hint}</p>
        </Show>
        <div class="choices">
          {props.before}
          <Show when={view().lines.length > 0}>
            <Button onClick={() => void copy()}>{texts().tray.copy}</Button>
          </Show>
          {props.after}
        </div>
      </article>
    </Card>
  );
};
