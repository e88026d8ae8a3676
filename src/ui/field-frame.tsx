import CircleAlert from "lucide-solid/icons/circle-alert";
import { Show, type JSX } from "solid-js";
import "./field-frame.css";

export interface FieldTexts {
  readonly label: string;
  /** Stands quietly after the label, e.g. "(not required)". */
  readonly mark?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The ids that tie a control to its hint and error; undefined when there is neither. */
export function describedBy(id: string, texts: Pick<FieldTexts, "hint" | "error">) {
  const ids = [texts.error ? `${id}-error` : "", texts.hint ? `${id}-hint` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Label above, control, hint and error below: for one control with the given id. */
export function FieldFrame(
  props: FieldTexts & {
    readonly id: string;
    readonly children: JSX.Element;
    readonly labelHidden?: boolean | undefined;
  },
) {
  return (
    <div class="field" data-invalid={props.error ? "" : undefined}>
      <label class={props.labelHidden === true ? "visually-hidden" : "field-label"} for={props.id}>
        {props.label}
        <Show when={props.mark}>
          {" "}
          <span class="field-mark">{props.mark}</span>
        </Show>
      </label>
      {props.children}
      <FieldNotes id={props.id} hint={props.hint} error={props.error} />
    </div>
  );
}

export function FieldNotes(props: Pick<FieldTexts, "hint" | "error"> & { readonly id: string }) {
  return (
    <>
      <Show when={props.error}>
        <p class="field-error" id={`${props.id}-error`}>
          <CircleAlert class="field-error-icon" />
          {props.error}
        </p>
      </Show>
      <Show when={props.hint}>
        <p class="field-hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
    </>
  );
}
