import { Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { LocalDate } from "#domain/instant.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { AppointmentRow } from "#features/parts/times/appointment-row.tsx";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { DayRows } from "#features/parts/times/day-rows.tsx";
import { createGrowing } from "#features/parts/screen/grow.ts";

/** The whole list is one press away; here the next ones are enough. */
const shownAtMost = 10;
const shownAtFirst = 2;

export const Coming = (props: {
  readonly later: readonly AppointmentRecord[];
  readonly around: Around;
  readonly contested: ReadonlySet<RecordId>;
  readonly today: LocalDate;
}) => {
  const { texts } = useStartLocale();
  const { count } = createGrowing(shownAtFirst, shownAtMost);
  return (
    <section class="stack" aria-labelledby="coming">
      <SectionTitle id="coming">{texts().today.coming}</SectionTitle>
      <Show when={props.later.length > 0} fallback={<p>{texts().today.noneComing}</p>}>
        <DayRows appointments={props.later.slice(0, count())} today={props.today} level={3}>
          {(appointment) => (
            <AppointmentRow
              appointment={appointment}
              around={props.around}
              contested={props.contested}
            />
          )}
        </DayRows>
        <ButtonLink href="/appointments" kind="quiet">
          {texts().today.allTimes}
        </ButtonLink>
      </Show>
    </section>
  );
};
