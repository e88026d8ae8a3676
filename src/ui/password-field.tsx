import Eye from "lucide-solid/icons/eye";
import EyeOff from "lucide-solid/icons/eye-off";
import { createSignal, createUniqueId, Show } from "solid-js";
import { describedBy, FieldFrame, type FieldTexts } from "./field-frame.tsx";
import { IconButton } from "./icon-button.tsx";
import "./text-field.css";

export interface PasswordFieldProps extends FieldTexts {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly autocomplete?: "current-password" | "new-password" | "off" | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly ref?: ((element: HTMLInputElement) => void) | undefined;
}

/** Pasting and password managers are welcome. */
export function PasswordField(props: PasswordFieldProps) {
  const ownId = createUniqueId();
  const id = () => props.id ?? ownId;
  const [shown, setShown] = createSignal(false);
  return (
    <FieldFrame
      id={id()}
      label={props.label}
      mark={props.mark}
      hint={props.hint}
      error={props.error}
    >
      <div class="text-box">
        <input
          ref={(element) => props.ref?.(element)}
          class="text-box-input"
          id={id()}
          type={shown() ? "text" : "password"}
          name={props.name}
          value={props.value}
          autocomplete={props.autocomplete ?? "current-password"}
          autocapitalize="none"
          spellcheck={false}
          required={props.required}
          disabled={props.disabled}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(id(), props)}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <IconButton
          label={shown() ? props.hideLabel : props.showLabel}
          controls={id()}
          onClick={() => setShown(!shown())}
        >
          <Show when={shown()} fallback={<Eye />}>
            <EyeOff />
          </Show>
        </IconButton>
      </div>
    </FieldFrame>
  );
}
