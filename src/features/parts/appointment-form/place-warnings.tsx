import { createMemo, For, Show } from "solid-js";
import { isLocalDate } from "#domain/instant.ts";
import type { RecordId } from "#domain/ids.ts";
import { fromLocal } from "#domain/local-time.ts";
import { placeClashes } from "#domain/times/place-clash.ts";
import {
  adviserName,
  type AppointmentRecord,
  type Around,
  standingFrom,
} from "#features/parts/times/appointment-view.ts";
import { townName } from "#features/parts/values/item-text.ts";
import type { HeldTimes } from "#features/parts/times/held-times.ts";
import { shortDrives } from "#features/parts/times/short-drives.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import { createNow, useStanding } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import { adviserOf } from "./appointment-form.ts";
import type { FormState } from "./form-state.ts";
import { onDay, slotOfForm } from "./form-times.ts";

/**
 * What speaks against the chosen place: the adviser's hours, which are at another one then, somebody else there at that time,
 * or no time to drive there. All of it only warns.
 */
export const PlaceWarnings = (props: {
  readonly form: FormState;
  readonly around: Around;
  readonly held: HeldTimes;
  /** The appointment that is being changed: it is not in its own way. */
  readonly except?: RecordId | undefined;
  /** Nothing is said of what takes nobody's time; nor ever of what is over. */
  readonly isQuiet?: boolean;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const sorted = useStanding();
  const thatDay = createMemo((): readonly AppointmentRecord[] => {
    const { date } = props.form.values;
    if (!isLocalDate(date)) return [];
    const from = standingFrom(sorted(), fromLocal(date, 0), null);
    return onDay(from, date).filter(({ id }) => id !== props.except);
  });
  const chosen = createMemo(() => {
    const slot = slotOfForm(props.form.values);
    if (slot === null || slot.place === null || props.isQuiet === true) return null;
    return slot.end <= now() ? null : slot;
  });
  const work = createWorkCalendar(() => adviserOf(props.form.values));
  /** Where the hours are at that time. Times that are held have a place of their own, which somebody chose for them. */
  const placesOfHours = createMemo(() => {
    const slot = chosen();
    if (slot === null || slot.place === null || props.held.isCertain(slot)) return "";
    const places = work().placesDuring(slot);
    if (places.includes(slot.place)) return "";
    return places
      .map((place) => props.around.places.get(place)?.values.name || texts().common.unknownPlace)
      .join(", ");
  });
  const clashes = createMemo(() => {
    const slot = chosen();
    return slot === null ? [] : placeClashes(slot, thatDay());
  });
  const wordsOf = (kind: "room" | "there") =>
    clashes()
      .filter((clash) => clash.kind === kind)
      .map(({ use: { values } }) => {
        const { adviser, start, end } = values.slot;
        const who = adviserName(adviser, props.around, texts());
        return `${who} ${texts().common.at(formats().span(start, end))}`;
      })
      .join(", ");
  /** A room would tell whether they are in each other's way. */
  const isRoomAsked = () => {
    const slot = chosen();
    const place = props.around.places.get(slot?.place as RecordId);
    return slot?.room === undefined && Object.keys(place?.values.rooms ?? {}).length > 0;
  };
  const travels = createMemo(() => {
    const slot = chosen();
    return slot === null ? [] : shortDrives(slot, thatDay(), props.around);
  });
  return (
    <div role="status" class="stack" data-gap="tight">
      <Show when={placesOfHours()}>
        {(places) => (
          <Notice tone="waiting" title={texts().meeting.elsewhereByHours}>
            {texts().meeting.elsewhereByHoursText(places())}
          </Notice>
        )}
      </Show>
      <Show when={wordsOf("room")}>
        {(others) => (
          <Notice tone="waiting" title={texts().meeting.roomTaken}>
            {texts().meeting.roomTakenText(others())}
          </Notice>
        )}
      </Show>
      <Show when={wordsOf("there")}>
        {(others) => (
          <Notice tone="info">
            {texts().meeting.alsoThere(others())}{" "}
            <Show when={isRoomAsked()}>{texts().meeting.chooseRoom}</Show>
          </Notice>
        )}
      </Show>
      <For each={travels()}>
        {({ side, stop, driving, between }) => (
          <Notice tone="waiting" title={texts().meeting.noTimeToTravel}>
            {texts().meeting.travelText[side](
              townName(stop.municipality, props.around),
              formats().span(stop.start, stop.end),
              formats().length(driving),
              formats().length(between),
            )}
          </Notice>
        )}
      </For>
    </div>
  );
};
