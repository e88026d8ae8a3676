import type { Accessor } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import type { CalendarChoice } from "./choice.ts";

/** What the views of the calendar share. */
export type ViewProps = {
  readonly choice: CalendarChoice;
  readonly around: Around;
  readonly contested: ReadonlySet<RecordId>;
  readonly now: Accessor<Instant>;
};

/**
 * Arrow keys step through days or weeks from wherever the focus is inside, Home goes to today; the focus goes to the heading,
 * so that a voice says where it has come.
 */
export const stepByKeys =
  (step: (direction: -1 | 1) => void, toToday: () => void) =>
  (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => step(-1),
      ArrowRight: () => step(1),
      Home: toToday,
    };
    const action = steps[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
    const heading = event.currentTarget.querySelector<HTMLElement>("[data-day-heading]");
    heading?.focus({ preventScroll: true });
  };
