import { createUniqueId } from "solid-js";
import { describedBy, FieldFrame } from "./field-frame.tsx";
import type { TypedFieldProps } from "./text-field.tsx";
import "./text-field.css";
import "./text-area-field.css";

export interface TextAreaFieldProps extends TypedFieldProps {
  /** Lines shown while the text is short; it grows with the text. */
  readonly rows?: number | undefined;
  readonly ref?: ((element: HTMLTextAreaElement) => void) | undefined;
}

export function TextAreaField(props: TextAreaFieldProps) {
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
      {/* The mirror behind it (see the CSS) makes the box as tall as its text, in every engine. */}
      <div class="text-box text-area" data-mirror={`${props.value} `}>
        <textarea
          ref={(element) => props.ref?.(element)}
          class="text-box-input"
          id={id()}
          name={props.name}
          value={props.value}
          rows={props.rows ?? 3}
          placeholder={props.placeholder}
          required={props.required}
          readOnly={props.readOnly}
          disabled={props.disabled}
          maxLength={props.maxLength}
          // A browser that may restore what was typed writes it to the disk, unsealed.
          autocomplete={props.autocomplete ?? "off"}
          autocapitalize={props.autocapitalize}
          spellcheck={props.spellcheck}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(id(), props)}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={() => props.onBlur?.()}
        />
      </div>
    </FieldFrame>
  );
}
