import { For, Show } from "solid-js";
import { networkFailureCodes } from "#domain/failure.ts";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { TwoColumns } from "#ui/two-columns.tsx";
import { NoTeam } from "#features/parts/appointment-form/no-team.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { AddForm } from "./add-form.tsx";
import { CalendarRow } from "./calendar-row.tsx";
import { createCalendars } from "./calendars.ts";

/** The adviser's other calendars: which were read and when, reading them again, and adding one. */
export const BusyTimesPage = () => {
  const { texts } = useLocale();
  const model = createCalendars();
  const words = () => texts().busyTimes;
  /** What a field does not say itself. */
  const failure = () => {
    const found = model.failure();
    return found?.isOfSource === true ? null : found;
  };
  const isAway = () => networkFailureCodes.some((code) => code === model.failure()?.code);
  createScreenTitle(() => words().title);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/settings", label: texts().settings.title }}
        title={words().title}
      />
      <p>{words().text}</p>
      <NoTeam />
      <Show when={failure()}>
        {(found) => (
          <Notice tone={isAway() ? "waiting" : "broken"} urgent>
            {isAway() ? words().needsConnection : texts().failures[found().code]}{" "}
            <Show when={found().isKept}>{words().kept}</Show>
          </Notice>
        )}
      </Show>
      <TwoColumns side={<AddForm model={model} />}>
        <section class="stack" data-gap="tight" aria-labelledby="calendars">
          <SectionTitle id="calendars">{words().listTitle}</SectionTitle>
          <Show when={model.records().length > 0} fallback={<p>{words().none}</p>}>
            <RowList look="joined" label={words().listTitle}>
              <For each={model.records()}>
                {(record) => <CalendarRow record={record} model={model} />}
              </For>
            </RowList>
          </Show>
        </section>
      </TwoColumns>
    </>
  );
};
