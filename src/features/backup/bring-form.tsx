import { createSignal, Show } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Restored } from "#store/backup/restore.ts";
import { Button } from "#ui/button.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Notice } from "#ui/notice.tsx";
import { PasswordField } from "#ui/password-field.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { isBeingWritten } from "../draft-names.ts";
import { createNow, useEnvironment } from "../environment.tsx";
import { focusFirstWrong } from "#features/parts/screen/focus.ts";
import { News } from "#features/parts/screen/news.tsx";

type Wrong = { readonly file?: true; readonly passphrase?: FailureCode };

/** Where the address of the page leads to with this fragment. */
export const bringSectionId = "bring";

/** Brings in the backup of another device of the same person. */
export const BringForm = (props: {
  /** Whether it is what somebody came to the page for. */
  readonly isWanted: boolean;
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const [file, setFile] = createSignal<File | null>(null);
  const [passphrase, setPassphrase] = createSignal("");
  const [wrong, setWrong] = createSignal<Wrong>({});
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  const [restored, setRestored] = createSignal<Restored | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  let form: HTMLFormElement | undefined;
  const showWrong = (found: Wrong) => {
    setWrong(found);
    if (form !== undefined) focusFirstWrong(form);
  };

  const bring = async () => {
    const chosen = file();
    if (isBusy()) return;
    setFailure(null);
    setRestored(null);
    if (chosen === null || passphrase().trim() === "") {
      const empty: Wrong = passphrase().trim() === "" ? { passphrase: "field.required" } : {};
      showWrong(chosen === null ? { file: true, ...empty } : empty);
      return;
    }
    setWrong({});
    setBusy(true);
    // A file that went away after it was chosen reads as none.
    const bytes = await chosen.arrayBuffer().catch(() => new ArrayBuffer(0));
    const brought = await store.backup.restore(new Uint8Array(bytes), passphrase());
    setBusy(false);
    if (brought.ok) {
      setPassphrase("");
      setRestored(brought.value);
    } else if (brought.failure.code === "backup.passphrase_wrong") {
      showWrong({ passphrase: brought.failure.code });
    } else setFailure(brought.failure.code);
  };
  const besidePassphrase = () => {
    const code = wrong().passphrase;
    return code === undefined ? undefined : texts().failures[code];
  };
  return (
    <section class="stack" aria-labelledby={bringSectionId}>
      <SectionTitle id={bringSectionId}>{texts().backup.bringTitle}</SectionTitle>
      <p>{texts().backup.bringText}</p>
      <form
        ref={(element) => (form = element)}
        class="stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void bring();
        }}
      >
        <FileField
          label={texts().backup.file}
          chooseLabel={texts().backup.chooseFile}
          emptyText={texts().backup.noFile}
          accept=".txt,text/plain"
          error={wrong().file ? texts().backup.fileRequired : undefined}
          onChoose={(chosen) => {
            setWrong(({ passphrase: code }) => (code === undefined ? {} : { passphrase: code }));
            setFile(chosen);
          }}
        />
        <PasswordField
          label={texts().backup.filePassphrase}
          error={besidePassphrase()}
          showLabel={texts().enrolment.show}
          hideLabel={texts().enrolment.hide}
          name="file-passphrase"
          autocomplete="off"
          value={passphrase()}
          onInput={(typed) => {
            setWrong(({ file: noFile }) => (noFile ? { file: noFile } : {}));
            setPassphrase(typed);
          }}
        />
        <Show when={failure()}>
          {(code) => (
            <Notice tone="broken" urgent>
              {texts().failures[code()]}
            </Notice>
          )}
        </Show>
        <Button
          type="submit"
          kind={props.isWanted ? "primary" : "secondary"}
          wide
          busy={isBusy()}
          busyLabel={texts().backup.bringing}
        >
          {texts().backup.bring}
        </Button>
        <Show when={isBusy()}>
          <ProgressBar label={texts().backup.bringing} max={1} />
        </Show>
        <Show when={restored()}>
          {(outcome) => (
            <News>
              <Brought outcome={outcome()} />
            </News>
          )}
        </Show>
      </form>
    </section>
  );
};

const Brought = (props: { readonly outcome: Restored }) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const what = () => {
    const { saves, refused, drafts } = props.outcome;
    const written = drafts.filter(isBeingWritten).length;
    return texts().backup.broughtWhat({ saves, refused, drafts: written });
  };
  const left = () => props.outcome.left.filter(isBeingWritten).length;
  return (
    <Notice tone="certain" title={texts().backup.brought}>
      <Show when={what()}>{(text) => <p>{text()}</p>}</Show>
      <Show when={left() > 0}>
        <p>{texts().backup.leftDrafts(left())}</p>
      </Show>
      <Show when={what() === "" && left() === 0}>
        <p>{texts().backup.broughtNothing}</p>
      </Show>
      <p>{texts().backup.madeAt(formats().moment(props.outcome.madeAt, now()))}</p>
    </Notice>
  );
};
