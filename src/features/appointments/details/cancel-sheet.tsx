import { createSignal, untrack } from "solid-js";
import type { FieldFailure } from "#domain/failure.ts";
import type { Cancelling } from "#domain/kinds/appointment.ts";
import { cancellerCodes } from "#domain/kinds/appointment-codes.ts";
import { parseCancelling } from "#domain/meeting/cancelling.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextField } from "#ui/text-field.tsx";

/** Asks who called a time off, or several of a series, and why if anybody likes to say. Made anew for each opening. */
export const CancelSheet = (props: {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  /** Of a meeting of many one of them seldom calls off the whole. */
  readonly isOfMany: boolean;
  readonly onClose: () => void;
  readonly onCancel: (cancelling: Cancelling) => void;
}) => {
  const { texts } = useLocale();
  const [by, setBy] = createSignal<string>(untrack(() => props.isOfMany) ? "adviser" : "client");
  const [why, setWhy] = createSignal("");
  const [failures, setFailures] = createSignal<readonly FieldFailure[]>([]);
  const words = () => texts().states;
  const whySentence = () => {
    const [failure] = failures();
    return failure === undefined ? undefined : texts().failures[failure.code];
  };
  const confirm = () => {
    const parsed = parseCancelling({ by: by(), why: why() });
    setFailures(parsed.ok ? [] : parsed.failure);
    if (parsed.ok) props.onCancel(parsed.value);
  };
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={props.title}
      description={props.text}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{words().keep}</Button>
          <Button kind="primary" onClick={confirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <ChoiceChips
        label={words().whoCancelled}
        options={cancellerCodes.map((code) => ({
          value: code as string,
          label: texts().words.canceller[code],
        }))}
        value={by()}
        onChange={setBy}
      />
      <TextField
        label={words().why}
        mark={texts().common.notRequired}
        hint={words().whyHint}
        error={whySentence()}
        value={why()}
        onInput={(line) => {
          setWhy(line);
          setFailures([]);
        }}
        enterKeyHint="done"
      />
    </Dialog>
  );
};
