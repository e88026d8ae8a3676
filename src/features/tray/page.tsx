import { createMemo, createSignal, For, Show } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import type { OpId, RecordId } from "#domain/ids.ts";
import { useLocale } from "#i18n/locale.ts";
import { leansOn, withMakers } from "#store/tray-links.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { createAwaiting, createTray, useEnvironment } from "../environment.tsx";
import { createHeadingFocus, keepFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { TrayCard } from "./card.tsx";
import { EditCard } from "./edit-card.tsx";
import { createRefusedAgain } from "./refused-again.ts";
import { madeBy, withTrayClients } from "./view.ts";

/** Edits the endpoint refused, each with its content, until a person has dealt with it; and those that wait for another device. */
export const TrayPage = () => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const { entries, refresh } = createTray();
  const awaiting = createAwaiting();
  const seen = createAround();
  const around = createMemo(() => withTrayClients(seen(), entries() ?? []));
  /** Whether another entry would be left without the record that this one makes. */
  const isLeantOn = (id: OpId | null) => {
    const leaving = entries()?.find(({ op }) => op.id === id)?.op;
    if (leaving?.verb !== "new") return false;
    return entries()?.some(({ op }) => leansOn(op, leaving.record)) === true;
  };
  const [leaving, setLeaving] = createSignal<OpId | null>(null);
  const follow = createRefusedAgain(entries, toasts, () => texts().tray.refusedAgain);
  createScreenTitle(() => texts().tray.title);
  createHeadingFocus();

  const after = async (failure: FailureCode | null) => {
    if (failure !== null) toasts.show({ text: texts().failures[failure], tone: "broken" });
    await refresh();
    keepFocus(null);
  };
  const retry = async (op: OpId) => {
    const { retried } = texts().tray;
    const list = entries() ?? [];
    const asked = list.find((entry) => entry.op.id === op);
    const isHere = (record: RecordId) => store.ledger.shown(record) !== null;
    const sent = asked === undefined ? [] : withMakers(asked, list, isHere);
    const done = await store.tray.retry(op);
    if (done.ok) {
      const toast = toasts.show({ text: retried, tone: "certain" });
      const ops = sent.map((entry) => entry.op);
      follow(ops, toast);
    }
    await after(done.ok ? null : done.failure.code);
  };
  const dismiss = async (op: OpId) => {
    setLeaving(null);
    const done = await store.tray.dismiss(op);
    await after(done.ok ? null : done.failure.code);
  };
  return (
    <>
      <PageHeader back={{ href: "/", label: texts().today.title }} title={texts().tray.title} />
      <Show when={entries()} fallback={<Notice tone="broken">{texts().tray.failed}</Notice>}>
        {(list) => (
          <Show when={list().length > 0} fallback={awaiting().length === 0 && <Empty />}>
            <p>{texts().tray.text}</p>
            <For each={list()}>
              {(entry) => (
                <TrayCard
                  entry={entry}
                  around={around()}
                  hasMaker={list().some(
                    ({ op }) => op.verb === "new" && op.record === entry.op.record,
                  )}
                  onRetry={() => void retry(entry.op.id)}
                  onDismiss={() => setLeaving(entry.op.id)}
                />
              )}
            </For>
          </Show>
        )}
      </Show>
      <Show when={awaiting().length > 0}>
        <SectionTitle>{texts().tray.awaitingTitle}</SectionTitle>
        <p>{texts().tray.awaitingText}</p>
        <For each={awaiting()}>
          {({ op }) => <EditCard op={op} record={madeBy(op)} around={around()} />}
        </For>
      </Show>
      <ConfirmDialog
        open={leaving() !== null}
        title={texts().tray.dismissTitle}
        text={
          isLeantOn(leaving())
            ? `${texts().tray.dismissLeantOn} ${texts().tray.dismissText}`
            : texts().tray.dismissText
        }
        confirmLabel={texts().tray.dismiss}
        cancelLabel={texts().common.doNotDelete}
        danger
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          const op = leaving();
          if (op !== null) void dismiss(op);
        }}
      />
    </>
  );
};

const Empty = () => {
  const { texts } = useLocale();
  return (
    <EmptyState
      title={texts().tray.emptyTitle}
      text={texts().tray.emptyText}
      action={<ButtonLink href="/">{texts().conflicts.toToday}</ButtonLink>}
    />
  );
};
