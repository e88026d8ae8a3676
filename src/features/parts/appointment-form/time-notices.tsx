import { Show } from "solid-js";
import type { WorkCalendar } from "#domain/availability/work-calendar.ts";
import type { Instant } from "#domain/instant.ts";
import type { Span } from "#domain/times/day-plan.ts";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import { StatusLine } from "#ui/status-line.tsx";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { createNow } from "#features/environment.tsx";
import type { HeldTimes, InTheWay } from "#features/parts/times/held-times.ts";
import { obstacleText } from "#features/parts/times/obstacle-text.ts";
import { overlapping } from "./form-times.ts";

/** What is said of another booking at the same time: before booking (for a colleague), of the adviser's own, of a colleague's, nothing. */
export type ClashWords = "booking" | "booking-other" | "own" | "other" | "none";

/** What has to be said of the chosen time: what is there already, what is held, that it is not worked, that it is over. */
export const TimeNotices = (props: {
  readonly span: Span | null;
  /** The adviser's own standing times of that day. */
  readonly taken: readonly AppointmentRecord[];
  readonly held: HeldTimes;
  readonly work: WorkCalendar;
  readonly around: Around;
  readonly clashWords: ClashWords;
  /** When the time that is being changed starts: that it is over already is no news. */
  readonly presentStart?: Instant | undefined;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const isBooking = () => props.clashWords.startsWith("booking");
  const chosen = () => (props.clashWords === "none" ? null : props.span);
  const clash = () => {
    const span = chosen();
    const other = span === null ? undefined : overlapping(props.taken, span);
    if (other === undefined) return null;
    const { start, end } = other.values.slot;
    const client = clientName(other.values, props.around, texts());
    return { client, span: formats().span(start, end) };
  };
  const clashTitle = () => {
    if (props.clashWords === "booking") return texts().form.takenTitle;
    return props.clashWords === "own" ? texts().form.alsoTaken : texts().form.alsoTakenOfOther;
  };
  const clashText = ({ client, span }: { readonly client: string; readonly span: string }) =>
    isBooking() ? texts().form.takenText(client, span) : texts().form.alsoTakenText(client, span);
  /** What is held at the chosen time, when nothing is booked there. */
  const heldThere = (): "certain" | InTheWay | null => {
    const span = chosen();
    if (span === null || clash() !== null) return null;
    return props.held.isCertain(span) ? "certain" : props.held.inTheWay(span);
  };
  const inTheWay = () => {
    const held = heldThere();
    return held === "certain" ? null : held;
  };
  const heldTitle = ({ isOwn }: InTheWay) =>
    isOwn ? texts().slots.heldHereTitle : texts().slots.heldElsewhereTitle;
  const heldText = ({ label, slot, isOwn }: InTheWay) => {
    const words = texts().slots.heldFor(label, formats().span(slot.start, slot.end));
    return isOwn ? texts().slots.heldHereText(words) : texts().slots.heldElsewhereText(words);
  };
  /** What the adviser's hours have against the time, when nothing else is said of it. */
  const unsuited = () => {
    const span = chosen();
    const isSaid = span === null || clash() !== null || heldThere() !== null;
    const obstacle = isSaid ? null : props.work.obstacle(span);
    return obstacle === null ? null : obstacleText(obstacle, texts());
  };
  const isPast = () =>
    props.span !== null && props.span.end <= now() && props.span.start !== props.presentStart;
  return (
    <div role="status">
      <Show when={clash()}>
        {(words) => (
          <Notice tone="waiting" title={clashTitle()}>
            {clashText(words())}
          </Notice>
        )}
      </Show>
      <Show when={heldThere() === "certain"}>
        <StatusLine tone="certain" text={texts().slots.guaranteedText} />
      </Show>
      <Show when={inTheWay()}>
        {(held) => (
          <Notice tone="waiting" title={heldTitle(held())}>
            {heldText(held())}
          </Notice>
        )}
      </Show>
      <Show when={unsuited()}>
        {(why) => (
          <Notice tone="waiting" title={texts().calendar.unsuitedTitle}>
            {isBooking() ? texts().calendar.unsuitedText(why()) : why()}
          </Notice>
        )}
      </Show>
      <Show when={isPast()}>
        <Notice tone="waiting">{texts().form.pastText}</Notice>
      </Show>
    </div>
  );
};
