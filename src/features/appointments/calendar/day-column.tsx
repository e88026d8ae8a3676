import { createEffect, createMemo, For, type JSX, Show, untrack } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { toLocal } from "#domain/local-time.ts";
import { createAfterFirstFrame } from "#features/parts/screen/grow.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { placeBlock } from "./block-place.ts";
import { AppointmentBlock, AroundBlock, FreeBlock } from "./blocks.tsx";
import type { DayItem } from "./day-sight.ts";
import type { DrawnDay, DrawnItem } from "./drawn-day.ts";
import type { Extent } from "./lanes.ts";
import { seatItems, type Seats } from "./seats.ts";
import type { Subject } from "./subject.ts";

/**
 * From how many minutes on a block has room for more than one line, for a further one that says where, and for one
 * more with the words of its marks.
 */
export type Room = { readonly line: number; readonly note: number; readonly marks: number };

/** What days are drawn with. */
export type DayColumnProps = {
  readonly drawn: DrawnDay;
  readonly shown: Extent;
  readonly subject: Subject;
  readonly around: Around;
  readonly contested: ReadonlySet<RecordId>;
  readonly now: Instant;
  readonly labelledBy: string;
  readonly room: Room;
};

/** One day from top to bottom: for a voice a list of what is on it, in its order. */
export const DayColumn = (props: DayColumnProps) => {
  // The first picture of a column says when and who: the links of the gaps and where it is are more than half of the work.
  const isBegun = createAfterFirstFrame();
  const items = () =>
    isBegun() ? props.drawn.items : props.drawn.items.filter(({ item }) => item.kind !== "free");
  let list: HTMLOListElement | undefined;
  let focused: Element | null = null;
  const seats = createMemo<Seats>((before) => {
    const { activeElement } = document;
    focused = list?.contains(activeElement) === true ? activeElement : null;
    return seatItems(props.drawn.sight.date, items(), before);
  });
  // An element that had to make room was out of the page for a moment, and lost the focus by that.
  createEffect(() => {
    seats();
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
        <For each={[...seats().items.keys()]}>
          {(seat) => (
            <Item column={props} isBegun={isBegun()} find={() => seats().items.get(seat)} />
          )}
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
  /** The first picture has been drawn. */
  readonly isBegun: boolean;
  readonly find: () => DrawnItem | undefined;
}) => {
  const first = untrack(() => props.find());
  // Another item of the same kind may be written into it: nothing has to follow the kind. What is about to go stays as it was.
  const kind = first?.item.kind;
  const drawn = createMemo<DrawnItem | undefined>((before) => props.find() ?? before, first);
  const nothing: Extent = { from: 0, until: 0 };
  return (
    <li
      class="day-item"
      data-kind={kind}
      ref={(element) =>
        placeBlock(
          element,
          () => props.column.shown,
          () => drawn() ?? nothing,
        )
      }
    >
      {contentOf(kind, props.column, drawn, () => props.isBegun)}
    </li>
  );
};

const contentOf = (
  kind: DayItem["kind"] | undefined,
  column: DayColumnProps,
  drawn: () => DrawnItem | undefined,
  isBegun: () => boolean,
): JSX.Element => {
  const itemAs = <K extends DayItem["kind"]>() => drawn()?.item as Extract<DayItem, { kind: K }>;
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
          withNote={isBegun()}
          isShort={isShorter(drawn(), column.room.note)}
          isShortOfMarks={isShorter(drawn(), column.room.marks)}
          isLow={isShorter(drawn(), column.room.line, 1)}
        />
      );
    }
    case "free":
      return <FreeBlock item={itemAs<"free">()} subject={column.subject} />;
    default:
      return <AroundBlock item={itemAs<"absence" | "busy" | "allotment">()} />;
  }
};

/** Whether there is no room for a further line: beside others a block is narrow, and its first words take more lines. */
const isShorter = (drawn: DrawnItem | undefined, minutes: number, lanes = drawn?.lanes): boolean =>
  drawn !== undefined && drawn.until - drawn.from < minutes * (lanes ?? 1);
