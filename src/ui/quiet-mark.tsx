import type { JSX } from "solid-js";
import "./quiet-mark.css";

export interface QuietMarkProps {
  readonly icon: JSX.Element;
  /** What the mark says, for a voice; the eye has the icon. */
  readonly children: JSX.Element;
}

/** A small mark for what is usual: there for whoever looks for it. */
export function QuietMark(props: QuietMarkProps) {
  return (
    <span class="quiet-mark">
      {props.icon}
      <span class="visually-hidden">{props.children}</span>
    </span>
  );
}
