import { createSignal, onMount, Show, untrack } from "solid-js";
import type { Chance } from "#domain/chance.ts";
import type { FailureCode } from "#domain/failure.ts";
import type { Result } from "#domain/result.ts";
import { useLocale } from "#i18n/locale.ts";
import { PageFrame } from "#ui/page-frame.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { LanguageChoice } from "#features/parts/screen/language-choice.tsx";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { CodeForm } from "./code-form.tsx";
import { PersonForm } from "./person-form.tsx";
import { type EnrolmentForm, isOfCode, type LookView } from "./view.ts";
import "./page.css";

export type EnrolmentPageProps = {
  /** The code of the link, or `null` when it has to be typed. */
  readonly code: string | null;
  /** Asks what the code lets in to. The code comes as it was typed. */
  readonly look: (code: string) => Promise<Result<LookView, FailureCode>>;
  readonly enrol: (form: EnrolmentForm) => Promise<Result<true, FailureCode>>;
  /** Where suggested passphrases come from. */
  readonly chance: Chance;
};

/** A new device: a code, a name, a passphrase. */
export const EnrolmentPage = (props: EnrolmentPageProps) => {
  const { texts } = useLocale();
  const [code, setCode] = createSignal(untrack(() => props.code ?? ""));
  // Here and not in the form: a code that turns out bad must not take the name with it.
  const [name, setName] = createSignal("");
  let filledName = "";
  const [view, setView] = createSignal<LookView | null>(null);
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  const [isBusy, setBusy] = createSignal(false);

  const look = async () => {
    if (isBusy()) return;
    if (code().trim() === "") {
      setFailure("field.required");
      return;
    }
    setBusy(true);
    setFailure(null);
    const seen = await props.look(code());
    setBusy(false);
    if (!seen.ok) {
      setFailure(seen.failure);
      return;
    }
    if (name() === filledName) {
      filledName = seen.value.name ?? "";
      setName(filledName);
    }
    setView(seen.value);
  };
  const typeCode = (typed: string) => {
    const told = failure();
    if (told !== null && isOfCode(told)) setFailure(null);
    setCode(typed);
  };
  onMount(() => {
    if (code() !== "") void look();
  });
  createScreenTitle(() => texts().enrolment.title);
  createHeadingFocus();

  return (
    <PageFrame>
      <div class="enrolment">
        <p class="enrolment-name">{texts().common.appName}</p>
        <PageHeader title={texts().enrolment.title} />
        <Show
          when={view()}
          fallback={
            <CodeForm
              words={{
                text: texts().enrolment.codeText,
                submit: texts().enrolment.next,
                busy: texts().enrolment.looking,
                needsNetwork: texts().enrolment.needsNetwork,
              }}
              code={code()}
              onCode={typeCode}
              failure={failure()}
              isBusy={isBusy()}
              onSubmit={() => void look()}
            />
          }
        >
          {(seen) => (
            <PersonForm
              code={code()}
              name={name()}
              onName={setName}
              view={seen()}
              chance={props.chance}
              enrol={props.enrol}
              onBadCode={(bad) => {
                setView(null);
                setFailure(bad);
              }}
              onOtherCode={() => {
                setView(null);
                setFailure(null);
              }}
            />
          )}
        </Show>
        <LanguageChoice />
      </div>
    </PageFrame>
  );
};
