import type { JSX } from "solid-js";
import "./button.css";

export interface ButtonLinkProps {
  readonly children: JSX.Element;
  readonly href: string;
  /** The accessible name where several links say the same; it begins with the visible words. */
  readonly label?: string | undefined;
  readonly kind?: "primary" | "secondary" | "quiet" | undefined;
  readonly wide?: boolean | undefined;
  readonly icon?: JSX.Element;
  /** Saves the target under this name instead of opening it. */
  readonly download?: string | undefined;
  /** Opens beside the program, without handing our page to the other one. */
  readonly outside?: boolean | undefined;
}

/** Looks like a button, goes somewhere. */
export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a
      class="button"
      data-kind={props.kind ?? "secondary"}
      data-wide={props.wide === true ? "" : undefined}
      href={props.href}
      aria-label={props.label}
      download={props.download}
      target={props.outside === true ? "_blank" : undefined}
      rel={props.outside === true ? "noopener noreferrer" : undefined}
    >
      {props.icon}
      <span class="button-label">{props.children}</span>
    </a>
  );
}
