import { createSignal } from "solid-js";
import { hasPersonalCode } from "#domain/personal-code.ts";
import { useLocale } from "#i18n/locale.ts";
import { calendarFeedLabelMaxLength } from "#sync/calendar-feeds.ts";
import { Button } from "#ui/button.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { Switch } from "#ui/switch.tsx";
import { TextField } from "#ui/text-field.tsx";
import type { FeedsModel } from "./feeds.ts";

/** Makes an address: what it is for, and whether it names the clients. */
export const MakeForm = (props: { readonly model: FeedsModel }) => {
  const { texts, locale } = useLocale();
  const words = () => texts().calendarFeed;
  const [label, setLabel] = createSignal("");
  const [names, setNames] = createSignal(false);
  const [isWrong, setWrong] = createSignal(false);
  const make = async () => {
    setWrong(hasPersonalCode(label()));
    if (isWrong()) return;
    const feed = { label: label().trim(), language: locale(), names: names() };
    if (!(await props.model.ask((feeds) => feeds.make(feed)))) return;
    setLabel("");
    setNames(false);
  };
  return (
    <form
      class="stack"
      novalidate
      aria-labelledby="make-feed"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <SectionTitle id="make-feed">{words().makeTitle}</SectionTitle>
      <TextField
        label={words().label}
        mark={texts().common.notRequired}
        hint={words().labelHint}
        error={isWrong() ? texts().failures["field.personal_code"] : undefined}
        maxLength={calendarFeedLabelMaxLength}
        value={label()}
        onInput={(typed) => {
          setWrong(false);
          setLabel(typed);
        }}
      />
      <Switch
        label={words().names}
        hint={words().namesHint}
        checked={names()}
        onChange={setNames}
      />
      <Button
        type="submit"
        kind="primary"
        wide
        busy={props.model.isBusy()}
        busyLabel={words().making}
      >
        {words().make}
      </Button>
    </form>
  );
};
