import { createUniqueId, For } from "solid-js";
import type { Choice } from "./choice-chips.tsx";
import "./chip.css";
import "./field-frame.css";

export interface CheckChipsProps<T extends string> {
  readonly label: string;
  readonly options: readonly Choice<T>[];
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of a few: pills that wrap, each pressed or not. */
export function CheckChips<T extends string>(props: CheckChipsProps<T>) {
  const id = createUniqueId();
  const toggle = (value: T, isChosen: boolean) => {
    const others = props.values.filter((one) => one !== value);
    props.onChange(isChosen ? [...others, value] : others);
  };
  return (
    <div class="field" role="group" aria-labelledby={`${id}-label`}>
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
                checked={props.values.includes(option.value)}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              <span>{option.label}</span>
            </label>
          )}
        </For>
      </div>
    </div>
  );
}
