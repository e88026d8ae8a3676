import type { JSX } from "solid-js";
import "./icon-button.css";

export interface IconButtonProps {
  /** The accessible name; the icon itself is decoration. */
  readonly label: string;
  readonly children: JSX.Element;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly controls?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  readonly ref?: ((element: HTMLButtonElement) => void) | undefined;
}

export function IconButton(props: IconButtonProps) {
  return (
    <button
      ref={(element) => props.ref?.(element)}
      class="icon-button"
      type="button"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      disabled={props.disabled}
      onClick={(event) => props.onClick?.(event)}
    >
      {props.children}
    </button>
  );
}
