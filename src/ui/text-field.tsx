import { createUniqueId, Show, type JSX } from "solid-js";
import { describedBy, FieldFrame, type FieldTexts } from "./field-frame.tsx";
import "./text-field.css";

/** What every typed control shares. */
export interface TypedFieldProps extends FieldTexts {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly autocomplete?: JSX.HTMLAutocomplete | undefined;
  readonly autocapitalize?: "off" | "none" | "sentences" | "words" | "characters" | undefined;
  readonly spellcheck?: boolean | undefined;
}

export interface TextFieldProps extends TypedFieldProps {
  readonly type?: "text" | "email" | "tel" | "url" | "search" | "date" | "time" | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "tel" | "email" | "url" | undefined;
  readonly enterKeyHint?: "enter" | "done" | "go" | "next" | "search" | "send" | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly prefix?: JSX.Element;
  readonly suffix?: JSX.Element;
  readonly ref?: ((element: HTMLInputElement) => void) | undefined;
}

export function TextField(props: TextFieldProps) {
  const ownId = createUniqueId();
  const id = () => props.id ?? ownId;
  return (
    <FieldFrame
      id={id()}
      label={props.label}
      mark={props.mark}
      hint={props.hint}
      error={props.error}
    >
      <div class="text-box">
        <Show when={props.prefix}>{(prefix) => <span class="text-box-side">{prefix()}</span>}</Show>
        <input
          ref={(element) => props.ref?.(element)}
          class="text-box-input"
          id={id()}
          type={props.type ?? "text"}
          name={props.name}
          value={props.value}
          placeholder={props.placeholder}
          required={props.required}
          readOnly={props.readOnly}
          disabled={props.disabled}
          maxLength={props.maxLength}
          min={props.min}
          max={props.max}
          inputMode={props.inputMode}
          enterkeyhint={props.enterKeyHint}
          // A browser that may restore what was typed writes it to the disk, unsealed.
          autocomplete={props.autocomplete ?? "off"}
          autocapitalize={props.autocapitalize}
          spellcheck={props.spellcheck}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(id(), props)}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={() => props.onBlur?.()}
        />
        <Show when={props.suffix}>{(suffix) => <span class="text-box-side">{suffix()}</span>}</Show>
      </div>
    </FieldFrame>
  );
}
