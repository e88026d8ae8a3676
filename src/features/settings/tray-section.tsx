import { createSignal, For, Show } from "solid-js";
import type { OpId } from "#domain/ids.ts";
import { useLocale } from "#i18n/locale.ts";
import type { TrayEntry } from "#store/tray.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { Notice } from "#ui/notice.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createAround } from "../appointment-row.tsx";
import { copyText } from "../copy-text.ts";
import { createNow, createTray, useEnvironment } from "../environment.tsx";
import { trayView } from "./tray-view.ts";
import "../choices.css";

/** Edits the endpoint refused, each with its content, until a person has dealt with it. */
export const TraySection = () => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const { entries, refresh } = createTray();
  const [leaving, setLeaving] = createSignal<OpId | null>(null);
  const dismiss = async (op: OpId) => {
    setLeaving(null);
    const dismissed = await store.tray.dismiss(op);
    if (!dismissed.ok) {
      toasts.show({ text: texts().failures[dismissed.failure.code], tone: "broken" });
    }
    await refresh();
  };
  return (
    <section class="stack" id="tray" aria-labelledby="tray-title">
      <SectionTitle id="tray-title">{texts().settings.tray}</SectionTitle>
      <Show
        when={entries()}
        fallback={<Notice tone="broken">{texts().settings.trayFailed}</Notice>}
      >
        {(list) => (
          <Show when={list().length > 0} fallback={<p>{texts().settings.trayEmpty}</p>}>
            <p>{texts().settings.trayText}</p>
            <For each={list()}>
              {(entry) => <TrayCard entry={entry} onDismiss={() => setLeaving(entry.op.id)} />}
            </For>
          </Show>
        )}
      </Show>
      <ConfirmDialog
        open={leaving() !== null}
        title={texts().settings.dismissTitle}
        text={texts().settings.dismissText}
        confirmLabel={texts().settings.dismiss}
        cancelLabel={texts().common.doNotDelete}
        danger
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          const op = leaving();
          if (op !== null) void dismiss(op);
        }}
      />
    </section>
  );
};

const TrayCard = (props: { readonly entry: TrayEntry; readonly onDismiss: () => void }) => {
  const { toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const around = createAround();
  const now = createNow();
  const view = () =>
    trayView(props.entry.op, { texts: texts(), formats: formats(), around: around(), now: now() });
  const copy = async () => {
    const { title, lines } = view();
    const isCopied = await copyText([title, ...lines].join("\n"));
    toasts.show({ text: isCopied ? texts().settings.copied : texts().common.notCopied });
  };
  return (
    <Card>
      <article class="stack" data-gap="tight">
        <h3>{view().title}</h3>
        <p>{texts().failures[props.entry.reason]}</p>
        <p class="tray-content">{view().lines.join("\n")}</p>
        <p>{texts().settings.trayMade(formats().moment(props.entry.op.at, now()))}</p>
        <div class="choices">
          <Button onClick={() => void copy()}>{texts().common.copy}</Button>
          <Button kind="quiet" onClick={() => props.onDismiss()}>
            {texts().settings.dismiss}
          </Button>
        </div>
      </article>
    </Card>
  );
};
