import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
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
  /** Spoken after the time: "already booked: …". */
  readonly explanation?: string | undefined;
}

export interface TimeGridProps extends FieldTexts {
  readonly times: readonly TimeChoice[];
  readonly value: string | undefined;
  readonly onChange: (time: string, isTyped: boolean) => void;
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

  // A time keeps its place on the screen while others come and go: a press must not land on what was just replaced.
  const byTime = createMemo(() => new Map(props.times.map((choice) => [choice.time, choice])));

  const choose = (time: string) => {
    setTyped("");
    setUnreadable(false);
    props.onChange(time, false);
  };
  /** What is typed counts as soon as it is a whole time; the field keeps it while it is being typed. */
  const type = (text: string) => {
    setTyped(text);
    setUnreadable(false);
    const time = isWhole(text) ? parseTypedTime(text) : undefined;
    if (time !== undefined && time !== props.value) props.onChange(time, true);
  };
  const readTyped = () => {
    const time = parseTypedTime(typed());
    setUnreadable(typed().trim() !== "" && time === undefined);
    if (time === undefined) return;
    // The grid shows it from now on.
    setTyped("");
    if (time !== props.value) props.onChange(time, true);
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
          <For each={[...byTime().keys()]}>
            {(time) => (
              <label class="time" data-state={byTime().get(time)?.state}>
                <input
                  class="chip-input"
                  type="radio"
                  name={id}
                  value={time}
                  checked={props.value === time}
                  onChange={() => choose(time)}
                />
                <span class="time-label">{byTime().get(time)?.label}</span>
                <Show when={byTime().get(time)?.explanation}>
                  {(explanation) => <span class="visually-hidden">, {explanation()}</span>}
                </Show>
              </label>
            )}
          </For>
        </div>
      </ChoiceGroup>
      {/* Leaving the field is a change, by Enter too. */}
      <div class="time-other" onChange={readTyped}>
        <TextField
          label={props.otherLabel}
          hint={props.otherHint}
          error={unreadable() ? props.otherError : undefined}
          inputMode="decimal"
          enterKeyHint="next"
          autocomplete="off"
          value={typed()}
          onInput={type}
        />
      </div>
    </div>
  );
}

/** Whether the minutes are all there: "1" may still become "13", and "131" may become "13.10". */
const isWhole = (text: string) => /(?:\d\s*[.:,]\s*\d{2}|\d{4})\s*$/.test(text);
