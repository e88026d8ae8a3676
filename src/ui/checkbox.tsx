import { createUniqueId, Show } from "solid-js";
import "./field-frame.css";
import "./checkbox.css";

export interface CheckboxProps {
  readonly label: string;
  /** The name for a voice where several say the same; it begins with the label. */
  readonly accessibleLabel?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
  readonly name?: string | undefined;
}

export function Checkbox(props: CheckboxProps) {
  return <Tickable {...props} look="checkbox" />;
}

/** The row both the checkbox and the switch are: the whole of it is pressable. */
export function Tickable(props: CheckboxProps & { readonly look: "checkbox" | "switch" }) {
  const id = createUniqueId();
  const notes = () =>
    [props.error ? `${id}-error` : "", props.hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return (
    <div class="tickable" data-look={props.look}>
      <label class="tickable-row" for={id}>
        <input
          class="tickable-input"
          id={id}
          type="checkbox"
          role={props.look === "switch" ? "switch" : undefined}
          name={props.name}
          checked={props.checked}
          disabled={props.disabled}
          aria-label={props.accessibleLabel}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={notes() || undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span class="tickable-label">{props.label}</span>
      </label>
      <Show when={props.error}>
        <p class="tickable-note field-error" id={`${id}-error`}>
          {props.error}
        </p>
      </Show>
      <Show when={props.hint}>
        <p class="tickable-note field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
    </div>
  );
}
