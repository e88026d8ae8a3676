import { createEffect, createMemo, For, type JSX, Show, untrack } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { toLocal } from "#domain/local-time.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { placeBlock } from "./block-place.ts";
import { AppointmentBlock, AroundBlock, FreeBlock } from "./blocks.tsx";
import type { DayItem } from "./day-sight.ts";
import type { DrawnDay, DrawnItem } from "./drawn-day.ts";
import type { Extent } from "./lanes.ts";
import type { Subject } from "./subject.ts";

/** What days are drawn with. */
export type DayColumnProps = {
  readonly drawn: DrawnDay;
  readonly shown: Extent;
  readonly subject: Subject;
  readonly around: Around;
  readonly contested: ReadonlySet<RecordId>;
  readonly now: Instant;
  readonly labelledBy: string;
  /** The first picture of a day leaves the gaps empty: their links are half of the work. */
  readonly withGaps: boolean;
  /** What is shorter has no room for a second line. */
  readonly noteMinutes: number;
};

/** One day from top to bottom: for a voice a list of what is on it, in its order. */
export const DayColumn = (props: DayColumnProps) => {
  let list: HTMLOListElement | undefined;
  let focused: Element | null = null;
  // What stays keeps its element while others come and go.
  const byKey = createMemo(() => {
    const { activeElement } = document;
    focused = list?.contains(activeElement) === true ? activeElement : null;
    return new Map(props.drawn.items.map((one) => [keyOf(one.item), one]));
  });
  // An element that had to make room was out of the page for a moment, and lost the focus by that.
  createEffect(() => {
    byKey();
    if (focused instanceof HTMLElement && focused !== document.activeElement) {
      focused.focus({ preventScroll: true });
    }
  });
  const nowMinute = () => {
    const { date, minute } = toLocal(props.now);
    const isShown =
      date === props.drawn.sight.date && minute >= props.shown.from && minute < props.shown.until;
    return isShown ? minute : null;
  };
  return (
    <div
      class="day-column"
      ref={(element) =>
        placeBlock(
          element,
          () => props.shown,
          () => props.shown,
        )
      }
    >
      <For each={props.drawn.worked}>
        {(extent) => (
          <div
            class="day-worked"
            aria-hidden="true"
            ref={(element) =>
              placeBlock(
                element,
                () => props.shown,
                () => extent,
              )
            }
          />
        )}
      </For>
      <div class="day-lines" aria-hidden="true" />
      <ol
        ref={(element) => (list = element)}
        class="day-items"
        role="list"
        aria-labelledby={props.labelledBy}
      >
        <For each={[...byKey().keys()]}>
          {(key) => <Item column={props} find={() => byKey().get(key)} />}
        </For>
      </ol>
      <Show when={nowMinute()}>
        {(minute) => (
          <div
            class="day-now"
            aria-hidden="true"
            ref={(element) =>
              placeBlock(
                element,
                () => props.shown,
                () => ({ from: minute(), until: minute() }),
              )
            }
          />
        )}
      </Show>
    </div>
  );
};

const Item = (props: {
  readonly column: DayColumnProps;
  readonly find: () => DrawnItem | undefined;
}) => {
  // What is about to go is drawn as it was.
  const drawn = createMemo<DrawnItem | undefined>((before) => props.find() ?? before);
  const nothing: Extent = { from: 0, until: 0 };
  return (
    <li
      class="day-item"
      data-kind={drawn()?.item.kind}
      ref={(element) =>
        placeBlock(
          element,
          () => props.column.shown,
          () => drawn() ?? nothing,
        )
      }
    >
      {contentOf(props.column, drawn)}
    </li>
  );
};

/** What an item shows. Its kind never changes, for that is in its key: nothing has to follow it. */
const contentOf = (column: DayColumnProps, drawn: () => DrawnItem | undefined): JSX.Element => {
  const itemAs = <K extends DayItem["kind"]>() => drawn()?.item as Extract<DayItem, { kind: K }>;
  const kind = untrack(drawn)?.item.kind;
  switch (kind) {
    case undefined:
      return null;
    case "appointment": {
      const item = itemAs<"appointment">;
      return (
        <AppointmentBlock
          appointment={item().appointment}
          around={column.around}
          subject={column.subject}
          isContested={column.contested.has(item().appointment.id)}
          isPast={item().end <= column.now}
          isShort={isShort(drawn(), column.noteMinutes)}
        />
      );
    }
    case "free":
      return (
        <Show when={column.withGaps}>
          <FreeBlock item={itemAs<"free">()} subject={column.subject} />
        </Show>
      );
    default:
      return <AroundBlock item={itemAs<"absence" | "busy" | "allotment">()} />;
  }
};

/** Whether there is no room for a further line. */
const isShort = (drawn: DrawnItem | undefined, noteMinutes: number): boolean =>
  drawn !== undefined && drawn.until - drawn.from < noteMinutes * drawn.lanes;

const keyOf = (item: DayItem): string => {
  switch (item.kind) {
    case "appointment":
      return item.appointment.id;
    case "allotment":
      return item.allotment.id;
    default:
      return `${item.kind}.${item.start}.${item.end}`;
  }
};
