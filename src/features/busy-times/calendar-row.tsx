import { createSignal, Show } from "solid-js";
import type { busyKind } from "#domain/kinds/busy.ts";
import type { Readable } from "#domain/record.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { Button } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { FileField } from "#ui/file-field.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { createNow } from "../environment.tsx";
import { type CalendarsModel, textOfFile } from "./calendars.ts";
import "#features/parts/screen/choices.css";

/** One calendar: when it was read and what it brought, reading it anew, and taking it away. */
export const CalendarRow = (props: {
  readonly record: Readable<typeof busyKind>;
  readonly model: CalendarsModel;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const [isAsking, setAsking] = createSignal(false);
  const [isChoosing, setChoosing] = createSignal(false);
  const words = () => texts().busyTimes;
  const values = () => props.record.values;
  const from = () => props.model.sourceOf(props.record.id);
  const source = () => {
    const known = from();
    return known === "file" ? null : known;
  };
  const subtitle = () =>
    [
      from() === "file" ? words().fromFile : (source()?.host ?? ""),
      words().read(formats().moment(values().readAt, now())),
      words().stretches(values().spans.length),
    ]
      .filter(Boolean)
      .join(" · ");
  const failed = () => {
    const code = source()?.failed ?? null;
    return code === null ? undefined : wordOf(texts().failures, code);
  };
  const replace = async (file: File | null) => {
    if (file === null) return;
    const { id } = props.record;
    const text = await textOfFile(file);
    const isDone = await props.model.bring(
      (calendars) => (text.ok ? calendars.replace(id, text.value) : Promise.resolve(text)),
      id,
    );
    if (isDone) setChoosing(false);
  };
  const readAgain = () => {
    const { id } = props.record;
    void props.model.bring((calendars) => calendars.readAgain(id), id);
  };
  return (
    <>
      <ListRow
        title={values().label || words().unnamed}
        subtitle={subtitle()}
        tone={failed() === undefined ? "plain" : "broken"}
      >
        <Show when={failed()}>
          {(sentence) => (
            <p>
              {words().failed}: {sentence()}{" "}
              <Show when={values().spans.length > 0}>{words().kept}</Show>
            </p>
          )}
        </Show>
        <div class="choices">
          <Show when={from() === "file"}>
            <Button kind="quiet" onClick={() => setChoosing(!isChoosing())}>
              {words().newFile}
            </Button>
          </Show>
          <Show when={source()}>
            <Button kind="quiet" disabled={props.model.isBusy()} onClick={readAgain}>
              {words().readAgain}
            </Button>
          </Show>
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {words().remove}
          </Button>
        </div>
        <Show when={isChoosing()}>
          <FileField
            label={words().file}
            hint={words().fileHint}
            chooseLabel={words().chooseFile}
            emptyText={words().noFile}
            accept=".ics,text/calendar"
            onChoose={(file) => void replace(file)}
          />
        </Show>
      </ListRow>
      <ConfirmDialog
        open={isAsking()}
        title={words().removeTitle}
        text={words().removeText}
        confirmLabel={words().remove}
        cancelLabel={words().doNotRemove}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void props.model.remove(props.record.id);
        }}
      />
    </>
  );
};
