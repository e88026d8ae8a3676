import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { ChoiceGroup } from "./choice-group.tsx";
import type { FieldTexts } from "./field-frame.tsx";
import "./chip.css";

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface ChoiceChipsProps<T extends string> extends FieldTexts {
  readonly options: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly labelHidden?: boolean | undefined;
  /** Together: only the first `visible` chips show until the chip named `moreLabel` is pressed. */
  readonly visible?: number | undefined;
  readonly moreLabel?: string | undefined;
}

/** One of a few: pills that wrap. */
export function ChoiceChips<T extends string>(props: ChoiceChipsProps<T>) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  let chips: HTMLDivElement | undefined;

  const shown = createMemo(() => {
    const limit = open() ? props.options.length : (props.visible ?? props.options.length);
    return props.options.filter((option, index) => index < limit || option.value === props.value);
  });
  const showMore = () => {
    const before = new Set(shown().map((option) => option.value));
    setOpen(true);
    const first = props.options.findIndex((option) => !before.has(option.value));
    chips?.querySelectorAll("input")[first]?.focus();
  };

  return (
    <ChoiceGroup
      id={id}
      label={props.label}
      labelHidden={props.labelHidden}
      mark={props.mark}
      hint={props.hint}
      error={props.error}
    >
      <div class="chips" ref={(element) => (chips = element)}>
        <For each={shown()}>
          {(option) => (
            <label class="chip">
              <input
                class="chip-input"
                type="radio"
                name={id}
                value={option.value}
                checked={props.value === option.value}
                onChange={() => props.onChange(option.value)}
              />
              <span>{option.label}</span>
            </label>
          )}
        </For>
        <Show when={shown().length < props.options.length}>
          <button class="chip" type="button" aria-expanded="false" onClick={showMore}>
            {props.moreLabel ?? "…"}
          </button>
        </Show>
      </div>
    </ChoiceGroup>
  );
}
