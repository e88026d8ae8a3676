import { For } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { placeBlock } from "./block-place.ts";
import type { Extent } from "./lanes.ts";

/** The hours beside the days. A voice hears the time of each thing instead. */
export const DayHours = (props: { readonly shown: Extent }) => {
  const { formats } = useLocale();
  const hours = () =>
    Array.from(
      { length: (props.shown.until - props.shown.from) / 60 },
      (_, index) => props.shown.from + index * 60,
    );
  return (
    <div
      class="day-hours"
      aria-hidden="true"
      ref={(element) =>
        placeBlock(
          element,
          () => props.shown,
          () => props.shown,
        )
      }
    >
      <For each={hours()}>
        {(minute) => (
          <span
            class="day-hour"
            ref={(element) =>
              placeBlock(
                element,
                () => props.shown,
                () => ({ from: minute, until: minute }),
              )
            }
          >
            {formats().minute(minute)}
          </span>
        )}
      </For>
    </div>
  );
};
