import { Show, type JSX } from "solid-js";
import "./button.css";

export interface ButtonProps {
  readonly children: JSX.Element;
  readonly kind?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  /** Fills its row: the one thing to do on a screen. */
  readonly wide?: boolean | undefined;
  readonly icon?: JSX.Element;
  readonly type?: "button" | "submit" | undefined;
  readonly form?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly busy?: boolean | undefined;
  /** Spoken when the work starts, e.g. "Saving". The visible label stays. */
  readonly busyLabel?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  readonly ref?: ((element: HTMLButtonElement) => void) | undefined;
}

export function Button(props: ButtonProps) {
  // A busy button stays focusable: a native `disabled` would drop the focus to the page.
  const press = (event: MouseEvent) => {
    if (props.busy === true) event.preventDefault();
    else props.onClick?.(event);
  };
  return (
    <>
      <button
        ref={(element) => props.ref?.(element)}
        class="button"
        data-kind={props.kind ?? "secondary"}
        data-wide={props.wide === true ? "" : undefined}
        type={props.type ?? "button"}
        form={props.form}
        disabled={props.disabled}
        aria-disabled={props.busy === true ? "true" : undefined}
        aria-describedby={props.describedBy}
        onClick={press}
      >
        <Show when={props.busy} fallback={props.icon}>
          <span class="button-spinner" aria-hidden="true" />
        </Show>
        <span class="button-label">{props.children}</span>
      </button>
      <Show when={props.busyLabel}>
        <span role="status" class="visually-hidden">
          {props.busy === true ? props.busyLabel : ""}
        </span>
      </Show>
    </>
  );
}
