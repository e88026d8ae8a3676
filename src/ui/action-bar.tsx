import type { JSX } from "solid-js";
import "./action-bar.css";

export interface ActionBarProps {
  /** One filled button, at most one beside it. */
  readonly children: JSX.Element;
}

/** Last in a screen: stays at the thumb while the rest scrolls. */
export function ActionBar(props: ActionBarProps) {
  return <div class="action-bar">{props.children}</div>;
}
