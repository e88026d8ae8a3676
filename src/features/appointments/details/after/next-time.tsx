import { createMemo, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind, isStanding } from "#domain/kinds/appointment.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { createNow, createRecords } from "#features/environment.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import "#features/parts/screen/choices.css";

/** The meeting this one goes on from, the one that goes on from this, and the way to book that. */
export const NextTime = (props: { readonly record: AppointmentRecord }) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const appointments = createRecords(appointmentKind);
  const values = () => props.record.values;
  const before = createMemo(() => {
    const { follows } = values();
    return follows === null ? undefined : appointments().get(follows);
  });
  const following = createMemo(() => {
    const { client } = values();
    if (client === null) return undefined;
    return [...appointments().values()].find(
      (one) =>
        one.values.follows === props.record.id &&
        one.values.client === client &&
        isStanding(one.values),
    );
  });
  const canBook = () => {
    const { client, status } = values();
    return client !== null && ["arrived", "no-show", "done"].includes(status);
  };
  const whenOf = ({ values: { slot } }: AppointmentRecord): readonly [string, string] => {
    const day = formats().dayShort(toLocalDate(slot.start), toLocalDate(now()));
    return [day, formats().time(slot.start)];
  };
  const page = (id: RecordId) => `/appointments/${id}`;
  return (
    <Show when={before() !== undefined || following() !== undefined || canBook()}>
      <div class="choices">
        <Show when={before()}>
          {(meeting) => (
            <ButtonLink kind="quiet" href={page(meeting().id)}>
              {texts().after.followsOn(...whenOf(meeting()))}
            </ButtonLink>
          )}
        </Show>
        <Show
          when={following()}
          fallback={
            <Show when={canBook()}>
              <ButtonLink href={`/book?follows=${props.record.id}`}>
                {texts().after.bookNext}
              </ButtonLink>
            </Show>
          }
        >
          {(meeting) => (
            <ButtonLink href={page(meeting().id)}>
              {texts().after.nextTime(...whenOf(meeting()))}
            </ButtonLink>
          )}
        </Show>
      </div>
    </Show>
  );
};
