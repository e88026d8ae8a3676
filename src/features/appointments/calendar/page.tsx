import CalendarSearch from "lucide-solid/icons/calendar-search";
import Plus from "lucide-solid/icons/plus";
import { createMemo, Match, Show, Switch } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { createNow } from "#features/environment.tsx";
import { createOpenConflicts } from "#features/parts/conflicts/open-conflicts.ts";
import { ExchangeLine } from "#features/parts/exchange/exchange-line.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { createIsWide } from "#features/parts/screen/wide.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { createCalendarChoice } from "./choice.ts";
import { DaysView } from "./days-view.tsx";
import { AppointmentList } from "./list.tsx";
import { viewCodes } from "./looked.ts";
import { SubjectChoice } from "./subject-choice.tsx";
import "./calendar.css";
import "./blocks.css";

/** The times of somebody or of a place: as a list, a day or a week. */
export const AppointmentsPage = () => {
  const { texts } = useLocale();
  const choice = createCalendarChoice();
  const isWide = createIsWide();
  const around = createAround();
  const conflicts = createOpenConflicts();
  const now = createNow();
  const contested = createMemo(() => new Set(conflicts().keys()));
  // A week needs room: a phone shows the day of it that was chosen.
  const view = () => (choice.view() === "week" && !isWide() ? "day" : choice.view());
  const daysView = () => {
    const shown = view();
    return shown === "list" ? null : shown;
  };
  const views = () => viewCodes.filter((code) => code !== "week" || isWide());
  createScreenTitle(() => texts().appointments.title);
  createHeadingFocus();
  return (
    <>
      <PageHeader title={texts().appointments.title} trailing={<ExchangeLine />} />
      <div class="calendar-choices">
        <ChoiceChips
          label={texts().calendar.viewLabel}
          labelHidden
          options={views().map((value) => ({ value, label: texts().calendar.views[value] }))}
          value={view()}
          onChange={(chosen) => choice.chooseView(chosen)}
        />
        <SubjectChoice
          subject={choice.subject()}
          around={around()}
          onChange={(subject) => choice.chooseSubject(subject)}
        />
      </div>
      <ActionBar>
        <ButtonLink kind="primary" href="/book" icon={<Plus />}>
          {texts().appointments.book}
        </ButtonLink>
        <ButtonLink href="/find" icon={<CalendarSearch />}>
          {texts().finder.short}
        </ButtonLink>
      </ActionBar>
      <Switch>
        <Match when={view() === "list"}>
          <AppointmentList
            subject={choice.subject()}
            around={around()}
            contested={contested()}
            now={now}
          />
        </Match>
        <Match when={daysView()}>
          {(shown) => (
            <DaysView
              view={shown()}
              choice={choice}
              around={around()}
              contested={contested()}
              now={now}
            />
          )}
        </Match>
      </Switch>
      <Show when={isWide() && view() !== "list"}>
        <p class="calendar-keys">{texts().calendar.keys}</p>
      </Show>
    </>
  );
};
