import CalendarDays from "lucide-solid/icons/calendar-days";
import { createSignal, createUniqueId, For, Show } from "solid-js";
import { ChoiceGroup } from "./choice-group.tsx";
import type { FieldTexts } from "./field-frame.tsx";
import "./chip.css";
import "./text-field.css";

export interface DayChoice {
  /** yyyy-mm-dd */
  readonly date: string;
  /** Short, on the chip: "to 26.11." */
  readonly label: string;
  /** In full, for screen readers: "torstai 26. marraskuuta". */
  readonly spoken?: string | undefined;
}

export interface DayStripProps extends FieldTexts {
  /** The coming days, and the chosen one too if it is none of them. */
  readonly days: readonly DayChoice[];
  readonly value: string | undefined;
  readonly onChange: (date: string) => void;
  /** Names the chip that opens a calendar, and the calendar: "Other day". */
  readonly otherLabel: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

export function DayStrip(props: DayStripProps) {
  const id = createUniqueId();
  const [picking, setPicking] = createSignal(false);
  let input: HTMLInputElement | undefined;

  const togglePicker = () => {
    setPicking(!picking());
    input?.focus();
  };
  const pick = (date: string) => {
    // While a year is typed the browser passes through years like 0002.
    if (date === "" || date < "1900") return;
    props.onChange(date);
  };
  /** A year that was typed as 26 is told as it is. */
  const leave = (date: string) => {
    if (date !== "" && date !== props.value) props.onChange(date);
  };

  return (
    <ChoiceGroup
      id={id}
      label={props.label}
      mark={props.mark}
      hint={props.hint}
      error={props.error}
    >
      <div class="chips">
        <For each={props.days}>
          {(day) => (
            <label class="chip">
              <input
                class="chip-input"
                type="radio"
                name={id}
                value={day.date}
                checked={props.value === day.date}
                aria-label={day.spoken}
                onChange={() => props.onChange(day.date)}
              />
              <span>{day.label}</span>
            </label>
          )}
        </For>
        <button
          class="chip"
          type="button"
          aria-expanded={picking()}
          aria-controls={`${id}-other`}
          onClick={togglePicker}
        >
          <CalendarDays class="chip-icon" />
          {props.otherLabel}
        </button>
      </div>
      <div id={`${id}-other`}>
        <Show when={picking()}>
          <div class="text-box text-box-short">
            <input
              ref={(element) => (input = element)}
              class="text-box-input"
              type="date"
              aria-label={props.otherLabel}
              value={props.value ?? ""}
              min={props.min}
              max={props.max}
              onChange={(event) => pick(event.currentTarget.value)}
              onBlur={(event) => leave(event.currentTarget.value)}
            />
          </div>
        </Show>
      </div>
    </ChoiceGroup>
  );
}
