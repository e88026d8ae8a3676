import { Show, type JSX } from "solid-js";
import { describedBy, FieldNotes, type FieldTexts } from "./field-frame.tsx";

export interface ChoiceGroupProps extends FieldTexts {
  readonly id: string;
  readonly children: JSX.Element;
  /** Keeps the label for screen readers only, when the surroundings say it already. */
  readonly labelHidden?: boolean | undefined;
}

/** A labelled set of native radios; the browser gives it arrow keys and one tab stop. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  return (
    <div
      class="field"
      role="radiogroup"
      aria-labelledby={`${props.id}-label`}
      aria-describedby={describedBy(props.id, props)}
      aria-invalid={props.error ? "true" : undefined}
      data-invalid={props.error ? "" : undefined}
    >
      <span
        id={`${props.id}-label`}
        class={props.labelHidden === true ? "visually-hidden" : "field-label"}
      >
        {props.label}
        <Show when={props.mark}>
          {" "}
          <span class="field-mark">{props.mark}</span>
        </Show>
      </span>
      {props.children}
      <FieldNotes id={props.id} hint={props.hint} error={props.error} />
    </div>
  );
}
