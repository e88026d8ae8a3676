import type { JSX } from "solid-js";
import { createPageMark } from "./page-mark.ts";
import "./action-bar.css";

export interface ActionBarProps {
  /** One filled button, at most one beside it. */
  readonly children: JSX.Element;
}

/**
 * Seen last in a screen: stays at the thumb while the rest scrolls. Where it leads away, it stands in the document before what
 * may be long, and keys and a voice come to it soon; where it saves, after what it saves.
 */
export function ActionBar(props: ActionBarProps) {
  createPageMark("action-bar");
  return <div class="action-bar">{props.children}</div>;
}
