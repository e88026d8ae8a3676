import { createMemo, For, Show, untrack } from "solid-js";
import type { Span } from "#domain/times/day-plan.ts";
import { addMs, dayMs } from "#domain/instant.ts";
import { isLedBy } from "#domain/kinds/appointment.ts";
import { movedFromOf } from "#domain/meeting/moved.ts";
import { addDays, fromLocal, toLocalDate } from "#domain/local-time.ts";
import { nearestFreeTimes } from "#domain/times/nearest-times.ts";
import { placeClashes } from "#domain/times/place-clash.ts";
import {
  type AppointmentRecord,
  type Around,
  standingFrom,
  standingWithin,
} from "#features/parts/times/appointment-view.ts";
import { createNow, useEnvironment, useStanding } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { writeFields } from "#features/parts/values/write-fields.ts";
import { shortDrives } from "#features/parts/times/short-drives.ts";
import { createHeldTimes } from "#features/parts/times/held-times.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import { moveOf, useTellMoved } from "./move-undo.ts";
import "#features/parts/screen/choices.css";
import { showNotSaved } from "#features/parts/values/not-saved-toast.ts";

/** As many as fit under the thumb; all others are in the form below. */
const choiceCount = 4;
/** Nothing further away is offered, so nothing further back is read. */
const lookBackMs = 8 * dayMs;

/** The free times nearest to one that cannot be kept; one press moves the appointment there. */
export const MoveChoices = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const sorted = useStanding();
  const now = createNow();
  const tellMoved = useTellMoved();
  const slot = () => props.record.values.slot;
  const held = createHeldTimes(
    () => slot().adviser,
    untrack(() => props.record.id),
  );
  const work = createWorkCalendar(() => slot().adviser);
  const times = createMemo(() => {
    const { start, adviser } = slot();
    const others = standingFrom(sorted(), addMs(start, -lookBackMs), null).filter(
      ({ id }) => id !== props.record.id,
    );
    const booked = others
      .filter(({ values }) => adviser !== null && isLedBy(values, adviser))
      .map(({ values }) => values.slot);
    // Looked through for each time of two weeks: a time without a room is in nobody's.
    const { room } = slot();
    const inRoom = others.filter(({ values }) => room !== undefined && values.slot.room === room);
    /** Somebody else has the room then: a move there would only bring the next warning. */
    const isRoomTaken = (span: Span) =>
      placeClashes({ ...slot(), ...span }, inRoom).some(({ kind }) => kind === "room");
    /** The drive there or from there does not fit, which only the next warning would say. */
    const isTooFar = (span: Span) => {
      const date = toLocalDate(span.start);
      const [from, until] = [fromLocal(date, 0), fromLocal(addDays(date, 1), 0)];
      const thatDay = standingWithin(sorted(), from, until).filter(
        ({ id }) => id !== props.record.id,
      );
      return shortDrives({ ...slot(), ...span }, thatDay, props.around).length > 0;
    };
    const around = {
      slots: held.slots(),
      isInTheWay: (span: Span) =>
        held.inTheWay(span) !== null || isRoomTaken(span) || isTooFar(span),
    };
    return nearestFreeTimes(slot(), booked, around, now(), choiceCount, work());
  });
  const wordsOf = ({ start }: Span) =>
    [formats().dayShort(toLocalDate(start), toLocalDate(now())), formats().time(start)] as const;
  /** The day is said only where it is another. */
  const shortWordsOf = (span: Span) => {
    const [day, time] = wordsOf(span);
    const isOwnDay = toLocalDate(span.start) === toLocalDate(slot().start);
    return isOwnDay ? texts().common.at(time) : texts().slots.moveTo(day, time);
  };

  const move = async (span: Span) => {
    const [day, time] = wordsOf(span);
    const present = slot();
    const movedFrom = movedFromOf(present, span);
    const fields = {
      slot: held.settle({ ...present, ...span }),
      ...(movedFrom === undefined ? {} : { movedFrom }),
    };
    const made = moveOf(store.ledger, props.record.id, fields);
    const outcome = await writeFields(store, props.record.id, fields);
    if (outcome.ok) tellMoved(made, texts().slots.moved(day, time));
    else showNotSaved(toasts, texts(), outcome.failure);
  };
  return (
    <Show when={times().length > 0} fallback={<p>{texts().slots.noneFree}</p>}>
      <div role="group" aria-label={texts().slots.nearest} class="stack" data-gap="tight">
        <p aria-hidden="true">{texts().slots.nearest}</p>
        <div class="choices">
          <For each={times()}>
            {(span) => <Button onClick={() => void move(span)}>{shortWordsOf(span)}</Button>}
          </For>
        </div>
      </div>
    </Show>
  );
};
