import { createMemo, For, Index, Show } from "solid-js";
import type { FoundTime } from "#domain/availability/finder.ts";
import { type LocalDate, minuteMs } from "#domain/instant.ts";
import { toLocal, toLocalDate } from "#domain/local-time.ts";
import { adviserName, type Around } from "#features/parts/times/appointment-view.ts";
import { bookingHref } from "#features/parts/times/booking-href.ts";
import { useLocale } from "#i18n/locale.ts";
import { Badge } from "#ui/badge.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";

/** Free times under their days, each leading to a booking that begins with it. */
export const FinderResults = (props: {
  readonly found: readonly FoundTime[];
  readonly around: Around;
  readonly today: LocalDate;
  /** Whether a drive to the time, or from it, does not fit between what the adviser has. */
  readonly isTooFar: (time: FoundTime) => boolean;
}) => {
  const { formats } = useLocale();
  const byDay = createMemo(() => {
    const days = new Map<LocalDate, FoundTime[]>();
    for (const time of props.found) {
      const date = toLocalDate(time.start);
      const known = days.get(date);
      if (known === undefined) days.set(date, [time]);
      else known.push(time);
    }
    return days;
  });
  return (
    <For each={[...byDay().keys()]}>
      {(date) => (
        <section class="stack" data-gap="tight">
          <SectionTitle level={3}>{formats().dayHeading(date, props.today)}</SectionTitle>
          <RowList label={formats().dayLong(date, props.today)} look="joined">
            {/* By their place: another question writes other times into the same rows. */}
            <Index each={byDay().get(date) ?? []}>
              {(time) => (
                <FoundRow time={time()} around={props.around} isTooFar={props.isTooFar(time())} />
              )}
            </Index>
          </RowList>
        </section>
      )}
    </For>
  );
};

const FoundRow = (props: {
  readonly time: FoundTime;
  readonly around: Around;
  readonly isTooFar: boolean;
}) => {
  const { texts, formats } = useLocale();
  const minutes = () => Math.round((props.time.end - props.time.start) / minuteMs);
  const where = () => {
    const { place } = props.time;
    if (place === null) return texts().finder.placeOpen;
    return props.around.places.get(place)?.values.name ?? texts().common.unknownPlace;
  };
  const subtitle = () =>
    props.time.isGuaranteed ? where() : `${where()} · ${texts().finder.uncertain}`;
  const href = () => {
    const { start, adviser, place } = props.time;
    return bookingHref({ ...toLocal(start), adviser, place, lengthInMinutes: minutes() });
  };
  const isMarked = () => props.time.isGuaranteed || props.isTooFar;
  return (
    <ListRow
      href={href()}
      lead={formats().time(props.time.start)}
      leadNote={formats().length(minutes())}
      title={adviserName(props.time.adviser, props.around, texts())}
      subtitle={subtitle()}
      badges={
        isMarked() ? (
          <>
            <Show when={props.time.isGuaranteed}>
              <Badge tone="certain">{texts().slots.guaranteed}</Badge>
            </Show>
            <Show when={props.isTooFar}>
              <Badge tone="waiting">{texts().meeting.noTimeToTravel}</Badge>
            </Show>
          </>
        ) : undefined
      }
    />
  );
};
