import { createMemo, For, Show } from "solid-js";
import type { AppointmentRecord, Around } from "#features/appointment-view.ts";
import { adviserName } from "#features/appointment-view.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import { keepFocus } from "#features/focus.ts";
import { type ConflictRecord, createOpenConflicts } from "#features/open-conflicts.ts";
import { valueText } from "#features/value-text.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { closingEdits, isWriting, presentValue } from "./conflict-edits.ts";
import "#features/choices.css";
import "./page.css";

/** What two people wrote without seeing each other, on this appointment or its client, for somebody to decide. */
export const Conflicts = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const open = createOpenConflicts();
  const shown = createMemo(() => {
    const { client } = props.record.values;
    const ofClient = client === null ? [] : (open().get(client) ?? []);
    return [...(open().get(props.record.id) ?? []), ...ofClient];
  });
  return (
    <For each={shown()}>
      {(conflict) => (
        <ConflictNotice conflict={conflict} record={props.record} around={props.around} />
      )}
    </For>
  );
};

const ConflictNotice = (props: {
  readonly conflict: ConflictRecord;
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const values = () => props.conflict.values;
  const field = () => wordOf(texts().conflicts.fields, values().field);
  const present = () => presentValue(values(), props.record, props.around);
  const textOf = (value: typeof props.conflict.values.lost) =>
    valueText(values().field, value, {
      texts: texts(),
      formats: formats(),
      around: props.around,
      now: now(),
    });
  let card: HTMLDivElement | undefined;
  const nextCard = () => {
    const next = card?.nextElementSibling;
    return next instanceof HTMLElement && next.matches(".conflict") ? next : null;
  };
  const settle = async (choice: "use" | "append" | "keep") => {
    const next = nextCard();
    const edits = closingEdits(store, props.conflict, present(), choice);
    const { settled } = texts().conflicts;
    const written = await store.write(edits);
    toasts.show(
      written.ok
        ? { text: settled, tone: "certain" }
        : {
            text: `${texts().common.notSaved}. ${texts().failures[written.failure.code]}`,
            tone: "broken",
          },
    );
    if (written.ok) keepFocus(next);
  };
  return (
    <div
      ref={(element) => (card = element)}
      class="conflict"
      role="group"
      aria-label={texts().conflicts.title(field())}
    >
      <Notice
        tone="broken"
        title={texts().conflicts.title(field())}
        action={
          <div class="choices">
            <Show
              when={isWriting(values().field)}
              fallback={<Button onClick={() => void settle("use")}>{texts().conflicts.use}</Button>}
            >
              <Button onClick={() => void settle("append")}>{texts().conflicts.append}</Button>
              <Button onClick={() => void settle("use")}>{texts().conflicts.replace}</Button>
            </Show>
            <Button onClick={() => void settle("keep")}>{texts().conflicts.keep}</Button>
          </div>
        }
      >
        <p>
          {texts().conflicts.other(
            adviserName(values().lostBy, props.around, texts()),
            formats().moment(values().lostAt, now()),
          )}
        </p>
        <blockquote class="conflict-value">{textOf(values().lost)}</blockquote>
        <p>{texts().conflicts.present}</p>
        <blockquote class="conflict-value">{textOf(present())}</blockquote>
      </Notice>
    </div>
  );
};
