import ChevronDown from "lucide-solid/icons/chevron-down";
import { createUniqueId, For, Show } from "solid-js";
import { describedBy, FieldFrame, type FieldTexts } from "./field-frame.tsx";
import { drawnOnce } from "./drawn-once.ts";
import "./text-field.css";
import "./select-field.css";

const Arrow = drawnOnce(() => <ChevronDown class="select-arrow" />);

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined;
}

export interface SelectFieldProps<T extends string> extends FieldTexts {
  readonly options: readonly SelectOption<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Keeps the label for screen readers only, when the surroundings say it already. */
  readonly labelHidden?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** As a word that can be pressed, no wider than what is chosen: where the choice is seldom changed. */
  readonly quiet?: boolean | undefined;
}

/** The native select: the phone's own wheel or list, known to everybody. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const ownId = createUniqueId();
  const id = () => props.id ?? ownId;
  const groups = () => [...new Set(props.options.flatMap(({ group }) => group ?? []))];
  return (
    <FieldFrame
      id={id()}
      label={props.label}
      labelHidden={props.labelHidden}
      mark={props.mark}
      hint={props.hint}
      error={props.error}
    >
      <div class="text-box select-box" data-quiet={props.quiet === true ? "" : undefined}>
        <select
          class="text-box-input"
          id={id()}
          name={props.name}
          required={props.required}
          disabled={props.disabled}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(id(), props)}
          onChange={(event) => props.onChange(event.currentTarget.value as T)}
        >
          <Show when={props.placeholder !== undefined}>
            <option value="" disabled selected={props.value === undefined}>
              {props.placeholder}
            </option>
          </Show>
          <Options {...props} group={undefined} />
          <For each={groups()}>
            {(group) => (
              <optgroup label={group}>
                <Options {...props} group={group} />
              </optgroup>
            )}
          </For>
        </select>
        <Arrow />
      </div>
    </FieldFrame>
  );
}

function Options<T extends string>(
  props: Pick<SelectFieldProps<T>, "options" | "value"> & { readonly group: string | undefined },
) {
  return (
    <For each={props.options.filter(({ group }) => group === props.group)}>
      {(option) => (
        <option value={option.value} selected={props.value === option.value}>
          {option.label}
        </option>
      )}
    </For>
  );
}
