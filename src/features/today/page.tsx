import Plus from "lucide-solid/icons/plus";
import { createMemo, For, Show } from "solid-js";
import { areaKind } from "#domain/kinds/area.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { TwoColumns } from "#ui/two-columns.tsx";
import { AppointmentRow, createAround } from "#features/parts/times/appointment-row.tsx";
import { ClockNotice } from "#features/parts/exchange/clock-notice.tsx";
import { createNow, createRecords, useEnvironment, useStanding } from "../environment.tsx";
import { ExchangeLine } from "#features/parts/exchange/exchange-line.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createHeldTimes } from "#features/parts/times/held-times.ts";
import { createConflictGroups } from "#features/parts/conflicts/conflict-groups.ts";
import { createOpenConflicts } from "#features/parts/conflicts/open-conflicts.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import { BackupWanted } from "./backup-wanted.tsx";
import { Coming } from "./coming.tsx";
import { FreeRow } from "./free-row.tsx";
import { Held } from "./held.tsx";
import { TasksLater } from "./tasks-later.tsx";
import { agendaOf, nextGap, whereabouts } from "./view.ts";
import { WaitingForYou } from "./waiting.tsx";

/** The day at a glance, and the one thing to do from it. */
export const TodayPage = () => {
  const { store } = useEnvironment();
  const { texts, formats } = useStartLocale();
  const sorted = useStanding();
  const areas = createRecords(areaKind);
  const around = createAround();
  const conflicts = createOpenConflicts();
  const now = createNow();
  const date = createMemo(() => toLocalDate(now()));
  const agenda = createMemo(() => agendaOf(sorted(), date(), store.identity.member));
  const contested = createMemo(() => new Set(conflicts().keys()));
  const groups = createConflictGroups();
  const held = createHeldTimes(() => store.identity.member);
  const work = createWorkCalendar(() => store.identity.member);
  const free = createMemo(() =>
    nextGap(agenda().today, now(), (span) => held.inTheWay(span) !== null, work()),
  );
  const freeIndex = () =>
    agenda().today.findIndex(({ values }) => values.slot.start >= (free()?.span.start ?? Infinity));
  const subtitle = () =>
    [
      formats().dayLong(date(), date()),
      whereabouts(agenda().today, now(), around(), areas().values()),
    ]
      .filter(Boolean)
      .join(" · ");
  createScreenTitle(() => texts().today.title);
  createHeadingFocus();
  return (
    <>
      <PageHeader title={texts().today.title} subtitle={subtitle()} trailing={<ExchangeLine />} />
      <ActionBar>
        <ButtonLink kind="primary" href="/book" icon={<Plus />}>
          {texts().today.book}
        </ButtonLink>
      </ActionBar>
      <ClockNotice />
      <TwoColumns
        first={<WaitingForYou conflictCount={groups().length} around={around()} />}
        side={
          <>
            <BackupWanted />
            <TasksLater />
            <Coming
              later={agenda().later}
              around={around()}
              contested={contested()}
              today={date()}
            />
          </>
        }
      >
        <Show
          when={agenda().today.length > 0}
          fallback={<EmptyState title={texts().today.noneTitle} text={texts().today.noneText} />}
        >
          <RowList label={texts().today.listLabel}>
            <For each={agenda().today}>
              {(appointment, index) => (
                <>
                  <Show when={index() === freeIndex()}>
                    <FreeRow time={free()} />
                  </Show>
                  <AppointmentRow
                    appointment={appointment}
                    around={around()}
                    contested={contested()}
                    isQuiet={appointment.values.slot.end <= now()}
                  />
                </>
              )}
            </For>
            <Show when={freeIndex() < 0}>
              <FreeRow time={free()} />
            </Show>
          </RowList>
        </Show>
        <Held />
      </TwoColumns>
    </>
  );
};
