import { createSignal, Match, Switch } from "solid-js";
import { hasPersonalCode } from "#domain/personal-code.ts";
import { lineMaxLength } from "#domain/fields/field.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { FileField } from "#ui/file-field.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { TextField } from "#ui/text-field.tsx";
import { focusFirstWrong } from "#features/parts/screen/focus.ts";
import { teamScopeOf } from "#features/parts/appointment-form/team-scope.ts";
import { useEnvironment } from "../environment.tsx";
import { type CalendarsModel, textOfFile } from "./calendars.ts";

type Way = "address" | "file";
const ways: readonly Way[] = ["address", "file"];

/** Adds a calendar by its address or from a file. */
export const AddForm = (props: { readonly model: CalendarsModel }) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const words = () => texts().busyTimes;
  const [way, setWay] = createSignal<Way>("address");
  const [label, setLabel] = createSignal("");
  const [address, setAddress] = createSignal("");
  const [file, setFile] = createSignal<File | null>(null);
  const [round, setRound] = createSignal(1);
  const [wrong, setWrong] = createSignal<{
    readonly field: "label" | "source";
    readonly sentence: string;
  } | null>(null);

  let element: HTMLFormElement | undefined;
  const refuse = (field: "label" | "source", sentence: string) => {
    setWrong({ field, sentence });
    if (element !== undefined) focusFirstWrong(element);
  };
  const sentenceOf = (field: "label" | "source") => {
    const found = wrong();
    return found?.field === field ? found.sentence : undefined;
  };

  const add = async () => {
    const home = teamScopeOf(store);
    if (home === null) return;
    const calendar = { label: label().trim(), home };
    const url = address()
      .trim()
      .replace(/^webcals?:/i, "https:");
    const chosen = file();
    setWrong(null);
    if (hasPersonalCode(label())) {
      refuse("label", texts().failures["field.personal_code"]);
      return;
    }
    if (way() === "address" ? url === "" : chosen === null) {
      refuse("source", way() === "address" ? words().addressRequired : words().fileRequired);
      return;
    }
    const text = way() === "file" && chosen !== null ? await textOfFile(chosen) : null;
    const isDone = await props.model.bring((calendars) => {
      if (text === null) return calendars.addAddress(calendar, url);
      return text.ok ? calendars.addFile(calendar, text.value) : Promise.resolve(text);
    });
    if (!isDone) {
      const failure = props.model.failure();
      if (failure?.isOfSource === true) refuse("source", texts().failures[failure.code]);
      return;
    }
    setLabel("");
    setAddress("");
    // A file that stayed chosen would be read in once more by the next press, so its field is made anew.
    setFile(null);
    setRound(round() + 1);
  };
  return (
    <form
      ref={(made) => (element = made)}
      class="stack"
      novalidate
      aria-labelledby="add-calendar"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <SectionTitle id="add-calendar">{words().addTitle}</SectionTitle>
      <TextField
        label={words().label}
        mark={texts().common.notRequired}
        hint={words().labelHint}
        error={sentenceOf("label")}
        maxLength={lineMaxLength}
        value={label()}
        onInput={setLabel}
      />
      <ChoiceChips
        label={words().from}
        options={ways.map((value) => ({ value, label: words().ways[value] }))}
        value={way()}
        onChange={(chosen) => {
          setWay(chosen);
          setFile(null);
          setWrong(null);
        }}
      />
      <Switch>
        <Match when={way() === "address"}>
          <TextField
            type="url"
            inputMode="url"
            label={words().address}
            hint={words().addressHint}
            error={sentenceOf("source")}
            autocapitalize="none"
            spellcheck={false}
            value={address()}
            onInput={setAddress}
          />
        </Match>
        <Match when={way() === "file" && round()} keyed>
          <FileField
            label={words().file}
            hint={words().fileHint}
            error={sentenceOf("source")}
            chooseLabel={words().chooseFile}
            emptyText={words().noFile}
            accept=".ics,text/calendar"
            onChoose={setFile}
          />
        </Match>
      </Switch>
      <Button
        type="submit"
        kind="primary"
        wide
        busy={props.model.isBusy()}
        busyLabel={words().adding}
      >
        {words().add}
      </Button>
    </form>
  );
};
