import { type Accessor, createMemo, createSignal, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fromLocal, toLocalDate } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { type Around, standingFrom } from "#features/parts/times/appointment-view.ts";
import { createRecords, useEnvironment, useStanding } from "#features/environment.tsx";
import { DayList } from "./day-list.tsx";
import { isOfSubject, pastOrCancelled } from "./list-view.ts";
import type { Subject } from "./subject.ts";
import "./list.css";

/** Every time that stands, by day, and behind a disclosure what is over or cancelled. */
export const AppointmentList = (props: {
  readonly subject: Subject;
  readonly around: Around;
  readonly contested: ReadonlySet<RecordId>;
  readonly now: Accessor<Instant>;
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const appointments = createRecords(appointmentKind);
  const sorted = useStanding();
  const [isPastOpen, setPastOpen] = createSignal(false);
  const today = createMemo(() => toLocalDate(props.now()));
  const midnight = () => fromLocal(today(), 0);
  const upcoming = createMemo(() =>
    standingFrom(sorted(), midnight(), null).filter(({ values }) =>
      isOfSubject(values, props.subject),
    ),
  );
  const past = createMemo(() =>
    isPastOpen() ? pastOrCancelled(appointments(), midnight(), props.subject) : [],
  );
  const isOwn = () =>
    props.subject.kind === "adviser" && props.subject.adviser === store.identity.member;
  return (
    <>
      <Show
        when={upcoming().length > 0}
        fallback={
          <EmptyState title={texts().appointments.noneTitle} text={texts().appointments.noneText} />
        }
      >
        <DayList
          appointments={upcoming()}
          around={props.around}
          contested={props.contested}
          today={today()}
          withAdviser={!isOwn()}
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
                around={props.around}
                contested={props.contested}
                today={today()}
                withAdviser={!isOwn()}
                isQuiet
                level={3}
              />
            </Show>
          </Show>
        </div>
      </details>
    </>
  );
};
