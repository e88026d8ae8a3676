import { createMemo, For, Show } from "solid-js";
import type { StatusCode } from "#domain/kinds/appointment-codes.ts";
import { offeredStates } from "#domain/meeting/states.ts";
import { createNow } from "#features/environment.tsx";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { usePutIntoState } from "./put-into-state.ts";
import "#features/parts/screen/choices.css";

/** What may become of the time now, the usual first and in one press. Calling it off is not among them: that asks. */
export const StateSection = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { texts } = useLocale();
  const now = createNow();
  const put = usePutIntoState(() => props.around);
  const status = () => props.record.values.status;
  // The list is the same object while nothing about it changes: a button that is being pressed stays.
  const offered = createMemo(() => offeredStates(props.record.values, now()));
  const shown = () =>
    status() === "cancelled" ? [] : offered().filter((state) => state !== "cancelled");
  const word = (state: StatusCode) => {
    const isLate = state === "arrived" && status() === "no-show";
    return isLate ? texts().states.cameLate : texts().states.actions[state];
  };
  const kind = (state: StatusCode, index: number) => {
    if (state === "booked") return "quiet";
    return index === 0 ? "primary" : "secondary";
  };
  return (
    <Show when={shown().length > 0}>
      <section class="choices" aria-label={texts().states.title}>
        <For each={shown()}>
          {(state, index) => (
            <Button kind={kind(state, index())} onClick={() => void put(props.record, state)}>
              {word(state)}
            </Button>
          )}
        </For>
      </section>
    </Show>
  );
};
