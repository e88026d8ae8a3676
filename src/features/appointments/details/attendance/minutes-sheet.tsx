import { createSignal } from "solid-js";
import { parseMinutes } from "#domain/meeting/after.ts";
import type { RosterClient } from "#domain/kinds/roster.ts";
import { useEnvironment } from "#features/environment.tsx";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { writeFields } from "#features/parts/values/write-fields.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextField } from "#ui/text-field.tsx";

/** How long one person of a group was there, where it was another time than the meeting lasted. Made anew for each opening. */
export const MinutesSheet = (props: {
  readonly attendee: RosterClient & { readonly name: string };
  readonly onClose: () => void;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  // oxlint-disable-next-line solid/reactivity -- what somebody types is not replaced under the thumb
  const [written, setWritten] = createSignal(String(props.attendee.minutes ?? ""));
  const [isWrong, setWrong] = createSignal(false);
  const words = () => texts().after.roster;
  const save = async () => {
    const minutes = parseMinutes(written());
    setWrong(minutes === "wrong");
    if (minutes === "wrong") return;
    props.onClose();
    const outcome = await writeFields(store, props.attendee.records[0], { minutes });
    const said = { done: words().minutesSaved, undone: words().undone };
    showUndoable(toasts, texts(), outcome, said);
  };
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={words().minutes(props.attendee.name)}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{texts().common.cancel}</Button>
          <Button kind="primary" onClick={() => void save()}>
            {words().saveMinutes}
          </Button>
        </>
      }
    >
      <TextField
        label={words().minutesLabel}
        mark={texts().common.notRequired}
        hint={words().minutesHint}
        error={isWrong() ? texts().failures["field.value_invalid"] : undefined}
        inputMode="numeric"
        enterKeyHint="done"
        value={written()}
        onInput={(text) => {
          setWritten(text);
          setWrong(false);
        }}
      />
    </Dialog>
  );
};
