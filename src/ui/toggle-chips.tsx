import { createUniqueId, For } from "solid-js";
import type { Choice } from "./choice-chips.tsx";
import { describedBy, FieldNotes, type FieldTexts } from "./field-frame.tsx";
import "./field-frame.css";
import "./chip.css";

export interface ToggleChipsProps<T extends string> extends FieldTexts {
  readonly options: readonly Choice<T>[];
  /** The pressed ones, in any order. */
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of a few: pills that wrap, each a checkbox of its own. */
export function ToggleChips<T extends string>(props: ToggleChipsProps<T>) {
  const id = createUniqueId();
  const toggle = (value: T, isOn: boolean) => {
    const others = props.values.filter((one) => one !== value);
    props.onChange(isOn ? [...others, value] : others);
  };
  return (
    <div
      class="field"
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy(id, props)}
      data-invalid={props.error ? "" : undefined}
    >
      <span id={`${id}-label`} class="field-label">
        {props.label}
      </span>
      <div class="chips">
        <For each={props.options}>
          {(option) => (
            <label class="chip">
              <input
                class="chip-input"
                type="checkbox"
                value={option.value}
                checked={props.values.includes(option.value)}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              <span>{option.label}</span>
            </label>
          )}
        </For>
      </div>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </div>
  );
}
