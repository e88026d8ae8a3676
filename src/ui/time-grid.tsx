import { createSignal, createUniqueId, For, Show } from "solid-js";
import { ChoiceGroup } from "./choice-group.tsx";
import type { FieldTexts } from "./field-frame.tsx";
import { TextField } from "./text-field.tsx";
import { parseTypedTime } from "./typed-time.ts";
import "./chip.css";
import "./time-grid.css";

export interface TimeChoice {
  /** HH:mm */
  readonly time: string;
  /** As shown: "13.00" */
  readonly label: string;
  /** A taken time is struck through and can still be chosen: two people may share a time. */
  readonly state: "free" | "certain" | "taken";
  /** Spoken after the time, and shown under the grid once chosen: "already booked: …". */
  readonly explanation?: string | undefined;
}

export interface TimeGridProps extends FieldTexts {
  readonly times: readonly TimeChoice[];
  readonly value: string | undefined;
  readonly onChange: (time: string) => void;
  /** Names the field for typing any time: "Other time". */
  readonly otherLabel: string;
  readonly otherHint?: string | undefined;
  /** Beside the typed field when it holds no time. */
  readonly otherError: string;
}

export function TimeGrid(props: TimeGridProps) {
  const id = createUniqueId();
  const [typed, setTyped] = createSignal("");
  const [unreadable, setUnreadable] = createSignal(false);
  const chosen = () => props.times.find((choice) => choice.time === props.value);

  const choose = (time: string) => {
    setTyped("");
    setUnreadable(false);
    props.onChange(time);
  };
  const readTyped = () => {
    const time = parseTypedTime(typed());
    setUnreadable(typed().trim() !== "" && time === undefined);
    if (time === undefined) return;
    // The grid shows it from now on.
    setTyped("");
    if (time !== props.value) props.onChange(time);
  };

  return (
    <div class="time-grid">
      <ChoiceGroup
        id={id}
        label={props.label}
        mark={props.mark}
        hint={props.hint}
        error={props.error}
      >
        <div class="times">
          <For each={props.times}>
            {(choice) => (
              <label class="time" data-state={choice.state}>
                <input
                  class="chip-input"
                  type="radio"
                  name={id}
                  value={choice.time}
                  checked={props.value === choice.time}
                  onChange={() => choose(choice.time)}
                />
                <span class="time-label">{choice.label}</span>
                <Show when={choice.explanation}>
                  <span class="visually-hidden">, {choice.explanation}</span>
                </Show>
              </label>
            )}
          </For>
        </div>
        <Show when={chosen()?.explanation}>
          {(explanation) => (
            <p class="time-explanation" data-state={chosen()?.state} aria-hidden="true">
              {explanation()}
            </p>
          )}
        </Show>
      </ChoiceGroup>
      {/* A change is told before Enter sends the form, and leaving the field is one too. */}
      <div class="time-other" onChange={readTyped}>
        <TextField
          label={props.otherLabel}
          hint={props.otherHint}
          error={unreadable() ? props.otherError : undefined}
          inputMode="decimal"
          autocomplete="off"
          value={typed()}
          onInput={setTyped}
        />
      </div>
    </div>
  );
}
