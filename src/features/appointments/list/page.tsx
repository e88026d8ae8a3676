import Plus from "lucide-solid/icons/plus";
import { createMemo, createSignal, Show } from "solid-js";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fromLocal, toLocalDate } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import { createNow, createRecords, useEnvironment, useStanding } from "#features/environment.tsx";
import { ExchangeLine } from "#features/parts/exchange/exchange-line.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createOpenConflicts } from "#features/parts/conflicts/open-conflicts.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { DayList } from "./day-list.tsx";
import { pastOrCancelled } from "./view.ts";
import "./page.css";

/** Every time that stands, by day; the adviser's own or the whole team's. */
export const AppointmentsPage = () => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const appointments = createRecords(appointmentKind);
  const sorted = useStanding();
  const around = createAround();
  const conflicts = createOpenConflicts();
  const now = createNow();
  const [whose, setWhose] = createSignal<"own" | "team">("own");
  const [isPastOpen, setPastOpen] = createSignal(false);
  const adviser = () => (whose() === "own" ? store.identity.member : null);
  const today = createMemo(() => toLocalDate(now()));
  const upcoming = createMemo(() => standingFrom(sorted(), fromLocal(today(), 0), adviser()));
  const past = createMemo(() =>
    isPastOpen() ? pastOrCancelled(appointments(), fromLocal(today(), 0), adviser()) : [],
  );
  const contested = createMemo(() => new Set(conflicts().keys()));
  createScreenTitle(() => texts().appointments.title);
  createHeadingFocus();
  return (
    <>
      <PageHeader title={texts().appointments.title} trailing={<ExchangeLine />} />
      <ChoiceChips
        label={texts().appointments.whose}
        labelHidden
        options={[
          { value: "own", label: texts().appointments.own },
          { value: "team", label: texts().appointments.team },
        ]}
        value={whose()}
        onChange={setWhose}
      />
      <Show
        when={upcoming().length > 0}
        fallback={
          <EmptyState title={texts().appointments.noneTitle} text={texts().appointments.noneText} />
        }
      >
        <DayList
          appointments={upcoming()}
          around={around()}
          contested={contested()}
          today={today()}
          withAdviser={whose() === "team"}
          level={2}
        />
      </Show>
      <details class="past" onToggle={(event) => setPastOpen(event.currentTarget.open)}>
        <summary class="past-summary">
          <h2>{texts().appointments.past}</h2>
        </summary>
        <div class="stack">
          <Show when={isPastOpen()}>
            <Show when={past().length > 0} fallback={<p>{texts().appointments.nonePast}</p>}>
              <DayList
                appointments={past()}
                around={around()}
                contested={contested()}
                today={today()}
                withAdviser={whose() === "team"}
                isQuiet
                level={3}
              />
            </Show>
          </Show>
        </div>
      </details>
      <ActionBar>
        <ButtonLink kind="primary" href="/book" icon={<Plus />}>
          {texts().appointments.book}
        </ButtonLink>
      </ActionBar>
    </>
  );
};
