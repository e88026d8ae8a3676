import { createSignal, Show } from "solid-js";
import { addMs, minuteMs } from "#domain/instant.ts";
import { toLocal } from "#domain/local-time.ts";
import { standingOf } from "#domain/times/promise.ts";
import { offeredStepInMinutes } from "#domain/times/offered-day.ts";
import {
  type AppointmentRecord,
  type Around,
  clientName,
  shortAdviserName,
  whereText,
} from "#features/parts/times/appointment-view.ts";
import { bookingHref } from "#features/parts/times/booking-href.ts";
import { useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { BlockMarks } from "./block-marks.tsx";
import type { DayItem } from "./day-sight.ts";
import type { Subject } from "./subject.ts";

/** An appointment on the day, leading to its page. */
export const AppointmentBlock = (props: {
  readonly appointment: AppointmentRecord;
  readonly around: Around;
  readonly subject: Subject;
  readonly isContested: boolean;
  readonly isPast: boolean;
  /** Says where it is and whose, too. */
  readonly withNote: boolean;
  /** There is no room for where it is: only a voice says it. */
  readonly isShort: boolean;
  /** There is no line for the words of its marks. */
  readonly isShortOfMarks: boolean;
  /** There is room for one line alone. */
  readonly isLow: boolean;
}) => {
  const { texts, formats } = useLocale();
  const { store } = useEnvironment();
  const values = () => props.appointment.values;
  const start = () => formats().time(values().slot.start);
  const end = () => `–${formats().time(values().slot.end)}`;
  const title = () => values().title || clientName(values(), props.around, texts());
  const standing = () => standingOf(values().slot, values().promise);
  const isSettled = () =>
    standing() === "held" && (values().promise?.with.length ?? 0) === 0 && !props.isContested;
  /** Whose time it is, where the calendar is not that adviser's own. */
  const who = () => {
    if (!props.withNote) return "";
    const { adviser } = values().slot;
    const isOwn = props.subject.kind === "adviser" && props.subject.adviser === adviser;
    return isOwn ? "" : shortAdviserName(adviser, props.around, texts());
  };
  const note = () => {
    if (!props.withNote) return "";
    return [
      props.subject.kind === "place" ? "" : whereText(values(), props.around, texts()),
      values().status === "booked" ? "" : wordOf(texts().words.status, values().status),
    ]
      .filter(Boolean)
      .join(" · ");
  };
  const isUnsent = () => {
    // The record is a new object after each change, so reading it here follows the outbox too.
    const { id } = props.appointment;
    return store.ledger.isUnsent(id);
  };
  return (
    <a
      class="block"
      data-kind="appointment"
      data-standing={props.isContested ? "clash" : standing()}
      data-past={props.isPast ? "" : undefined}
      data-short={props.isShort ? "" : undefined}
      data-small-marks={props.isShortOfMarks ? "" : undefined}
      data-low={props.isLow ? "" : undefined}
      href={`/appointments/${props.appointment.id}`}
    >
      <span class="block-time">
        {start()}
        <span class="block-end">{end()}</span>
      </span>{" "}
      <span class="block-title">{title()}</span>{" "}
      <Show when={who()}>{(name) => <span class="block-who">{name()}</span>}</Show>{" "}
      <Show
        when={!isSettled() || isUnsent()}
        fallback={<span class="visually-hidden">{texts().slots.held}</span>}
      >
        <BlockMarks
          appointment={props.appointment}
          isContested={props.isContested}
          isUnsent={isUnsent()}
        />
      </Show>{" "}
      <span class="block-note">{note()}</span>
    </a>
  );
};

/** A free stretch, leading to a booking: at its start, or at the quarter of an hour that was pointed at. */
export const FreeBlock = (props: {
  readonly item: Extract<DayItem, { kind: "free" }>;
  readonly subject: Subject;
}) => {
  const { texts, formats } = useLocale();
  const { store } = useEnvironment();
  const [aimed, setAimed] = createSignal<number | null>(null);
  const start = () => addMs(props.item.start, (aimed() ?? 0) * minuteMs);
  const href = () =>
    bookingHref({
      ...toLocal(start()),
      adviser:
        props.subject.kind === "adviser" && props.subject.adviser !== store.identity.member
          ? props.subject.adviser
          : null,
      place: props.item.place,
      lengthInMinutes: props.item.held?.values.lengthInMinutes ?? null,
    });
  const aim = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const minutes = (props.item.end - props.item.start) / minuteMs;
    const pointed = (minutes * (event.clientY - top)) / height;
    const last = minutes - offeredStepInMinutes;
    const step = Math.floor(pointed / offeredStepInMinutes) * offeredStepInMinutes;
    setAimed(height > 0 ? Math.max(0, Math.min(step, last)) : null);
  };
  const hours = () =>
    aimed() === null ? formats().span(props.item.start, props.item.end) : formats().time(start());
  const words = () => {
    if (aimed() !== null) return texts().calendar.bookAt(hours());
    const { held } = props.item;
    return held === null
      ? texts().calendar.free(hours())
      : texts().calendar.certain(hours(), held.values.label);
  };
  return (
    <a
      class="block"
      data-kind="free"
      data-held={props.item.held === null ? undefined : ""}
      aria-label={`${words()}, ${texts().today.bookHere}`}
      href={href()}
      onPointerMove={aim}
      onPointerDown={aim}
      // A finger has left when the press counts; a mouse has not.
      onPointerLeave={(event) => event.pointerType === "mouse" && setAimed(null)}
      onKeyDown={() => setAimed(null)}
    >
      <span class="block-free" data-hours={hours()}>
        {words()}
      </span>
    </a>
  );
};

/** What is not booked and not free: an absence, another calendar, times that a device holds. */
export const AroundBlock = (props: {
  readonly item: Exclude<DayItem, { kind: "free" | "appointment" }>;
}) => {
  const { texts, formats } = useLocale();
  const words = () => {
    const { item } = props;
    switch (item.kind) {
      case "absence":
        return texts().calendar.absent;
      case "busy":
        return item.label === "" ? texts().calendar.busy : texts().calendar.busyIn(item.label);
      case "allotment": {
        const { label } = item.allotment.values;
        return item.isOwn ? texts().calendar.heldHere(label) : texts().slots.heldElsewhere(label);
      }
      default:
        return item satisfies never;
    }
  };
  const isOwn = () => props.item.kind === "allotment" && props.item.isOwn;
  return (
    <div class="block" data-kind={props.item.kind} data-own={isOwn() ? "" : undefined}>
      <span class="block-label">{words()}</span>
      <span class="visually-hidden">
        {" "}
        {texts().common.at(formats().span(props.item.start, props.item.end))}
      </span>
    </div>
  );
};
