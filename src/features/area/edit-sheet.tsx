import { createSignal, type JSX, Show } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import type { Result } from "#domain/result.ts";
import type { WriteFailure } from "#store/write.ts";
import { useEnvironment } from "#features/environment.tsx";
import { focusFirstWrong, goOnWithEnter } from "#features/parts/screen/focus.ts";
import type { Undo } from "#features/parts/values/replace-value.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Notice } from "#ui/notice.tsx";

/** What a sheet wrote, and what it is called in the message about it; `null`: something in it is wrong, and marked. */
export type Saving = Promise<{
  readonly outcome: Result<Undo, WriteFailure>;
  readonly what: string;
} | null>;

/** One thing of the area in a sheet of its own, with a button that saves it and a message that takes it back. */
export const EditSheet = (props: {
  readonly id: string;
  readonly title: string;
  readonly onSave: () => Saving;
  /** Another way to save, such as removing; it goes the same way. */
  readonly other?: { readonly label: string; readonly run: () => Saving } | undefined;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}) => {
  const { toasts } = useEnvironment();
  const { texts } = useLocale();
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  let element: HTMLFormElement | undefined;
  const run = async (save: () => Saving) => {
    if (isBusy()) return;
    setFailure(null);
    setBusy(true);
    const saved = await save();
    setBusy(false);
    if (saved === null) {
      if (element !== undefined) focusFirstWrong(element);
      return;
    }
    if (!saved.outcome.ok) {
      setFailure(saved.outcome.failure.code);
      return;
    }
    const said = texts();
    const { saved: done, undone } = said.area;
    showUndoable(toasts, said, saved.outcome, { done: done(saved.what), undone });
    props.onClose();
  };
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={props.title}
      closeLabel={texts().area.close}
      footer={
        <>
          <Show when={props.other}>
            {(other) => (
              <Button onClick={() => void run(() => other().run())}>{other().label}</Button>
            )}
          </Show>
          <Button
            kind="primary"
            type="submit"
            form={props.id}
            busy={isBusy()}
            busyLabel={texts().common.saving}
          >
            {texts().area.save}
          </Button>
        </>
      }
    >
      <form
        ref={(form) => (element = form)}
        id={props.id}
        class="stack"
        novalidate
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => props.onSave());
        }}
      >
        {props.children}
      </form>
      <Show when={failure()}>
        {(code) => (
          <Notice tone="broken" urgent title={texts().common.notSaved}>
            {texts().failures[code()]} {texts().common.stillHere}
          </Notice>
        )}
      </Show>
    </Dialog>
  );
};
