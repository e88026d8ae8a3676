import { createEffect, Show } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-field.tsx";
import { focusFirstWrong } from "#features/parts/screen/focus.ts";
import { enrolmentSentence, isOfCode } from "./view.ts";

/** The words of the form: what to do, its button, that while it works, and what to say when there is no network. */
export type CodeWords = Readonly<Record<"text" | "submit" | "busy" | "needsNetwork", string>>;

/** The code that lets a device in, typed or from the link. */
export const CodeForm = (props: {
  readonly words: CodeWords;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly failure: FailureCode | null;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
}) => {
  const { texts } = useLocale();
  let form: HTMLFormElement | undefined;
  const sentence = () =>
    props.failure === null
      ? undefined
      : enrolmentSentence(props.failure, texts(), props.words.needsNetwork);
  const isField = () => props.failure !== null && isOfCode(props.failure);
  createEffect(() => {
    if (isField() && form !== undefined) focusFirstWrong(form);
  });
  return (
    <form
      ref={(element) => (form = element)}
      class="stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <p>{props.words.text}</p>
      <Show when={!isField() && sentence()}>
        {(text) => (
          <Notice tone="broken" urgent>
            {text()}
          </Notice>
        )}
      </Show>
      <TextField
        label={texts().enrolment.code}
        hint={texts().enrolment.codeHint}
        error={isField() ? sentence() : undefined}
        value={props.code}
        onInput={props.onCode}
        autocomplete="one-time-code"
        autocapitalize="characters"
        spellcheck={false}
        enterKeyHint="next"
        maxLength={40}
      />
      <Button type="submit" kind="primary" wide busy={props.isBusy} busyLabel={props.words.busy}>
        {props.isBusy
          ? props.words.busy
          : props.failure !== null && !isField()
            ? texts().enrolment.tryAgain
            : props.words.submit}
      </Button>
    </form>
  );
};
