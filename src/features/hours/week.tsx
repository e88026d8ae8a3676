import { createMemo, createSignal, For, Show } from "solid-js";
import { usualHours } from "#domain/availability/work-stretches.ts";
import { adviserKind, type WorkingHours } from "#domain/kinds/adviser.ts";
import type { RecordId } from "#domain/ids.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { createRecords, useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { Notice } from "#ui/notice.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { DayDialog } from "./day-dialog.tsx";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The working hours of the week; a day opens for writing. */
export const Week = () => {
  const { store } = useEnvironment();
  const { texts, formats } = useLocale();
  const advisers = createRecords(adviserKind);
  const places = createRecords(placeKind);
  const [open, setOpen] = createSignal<number | null>(null);
  const own = createMemo(() => advisers().get(store.identity.member as string as RecordId));
  const written = () => own()?.values.hours ?? [];
  const hoursOf = (weekday: number) =>
    (written().length === 0 ? usualHours : written()).filter((one) => one.weekday === weekday);
  const spanText = ({ from, until, place }: WorkingHours) => {
    const span = `${formats().minute(from)}–${formats().minute(until)}`;
    const where =
      place === null ? "" : (places().get(place)?.values.name ?? texts().common.unknownPlace);
    return where === "" ? span : `${span} ${where}`;
  };
  const textOf = (weekday: number) =>
    hoursOf(weekday).map(spanText).join(" · ") || texts().hours.free;
  return (
    <section class="stack" data-gap="tight" aria-labelledby="week">
      <SectionTitle id="week">{texts().hours.week}</SectionTitle>
      <Show when={own()} fallback={<Notice>{texts().hours.notYetHere}</Notice>}>
        <Show when={written().length === 0}>
          <Notice>{texts().hours.notWritten}</Notice>
        </Show>
        <RowList look="joined" label={texts().hours.week}>
          <For each={weekdays}>
            {(weekday) => (
              <ListRow
                title={texts().hours.weekdays[weekday - 1] ?? ""}
                subtitle={textOf(weekday)}
                tone={hoursOf(weekday).length === 0 ? "quiet" : "plain"}
                onClick={() => setOpen(weekday)}
              />
            )}
          </For>
        </RowList>
        <Show when={open()} keyed>
          {(weekday) => (
            <DayDialog
              weekday={weekday}
              hours={written()}
              ofDay={hoursOf(weekday)}
              onClose={() => setOpen(null)}
            />
          )}
        </Show>
      </Show>
    </section>
  );
};
