import { createMemo, For, Match, Show, Switch } from "solid-js";
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
};

/** One day from top to bottom: for a voice a list of what is on it, in its order. */
export const DayColumn = (props: DayColumnProps) => {
  // What stays keeps its element, and with it the focus, while others come and go.
  const byKey = createMemo(() => new Map(props.drawn.items.map((one) => [keyOf(one.item), one])));
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
      <ol class="day-items" role="list" aria-labelledby={props.labelledBy}>
        <For each={[...byKey().keys()]}>
          {(key) => <Item {...props} find={() => byKey().get(key)} />}
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

const Item = (props: DayColumnProps & { readonly find: () => DrawnItem | undefined }) => {
  // What is about to go is drawn as it was.
  const drawn = createMemo<DrawnItem | undefined>((before) => props.find() ?? before);
  const nothing: Extent = { from: 0, until: 0 };
  const itemOf = <K extends DayItem["kind"]>(kind: K) => {
    const item = drawn()?.item;
    return item?.kind === kind ? (item as Extract<DayItem, { kind: K }>) : undefined;
  };
  return (
    <li
      class="day-item"
      data-kind={drawn()?.item.kind}
      ref={(element) =>
        placeBlock(
          element,
          () => props.shown,
          () => drawn() ?? nothing,
        )
      }
    >
      <Switch>
        <Match when={itemOf("appointment")}>
          {(item) => (
            <AppointmentBlock
              appointment={item().appointment}
              around={props.around}
              subject={props.subject}
              isContested={props.contested.has(item().appointment.id)}
              isPast={item().end <= props.now}
            />
          )}
        </Match>
        <Match when={itemOf("free")}>
          {(item) => <FreeBlock item={item()} subject={props.subject} />}
        </Match>
        <Match when={itemOf("absence") ?? itemOf("busy") ?? itemOf("allotment")}>
          {(item) => <AroundBlock item={item()} />}
        </Match>
      </Switch>
    </li>
  );
};

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
