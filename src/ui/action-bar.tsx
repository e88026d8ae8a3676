import { type JSX, Show } from "solid-js";
import { createPageMark } from "./page-mark.ts";
import "./action-bar.css";

export interface ActionBarProps {
  /** One filled button, at most one beside it. */
  readonly children: JSX.Element;
  /**
   * What has to be known before the button is pressed; empty while there is nothing. It stands elsewhere as news already: a
   * voice comes to it before the button, and is not interrupted by it once more.
   */
  readonly warning?: string | undefined;
}

/**
 * Seen last in a screen: stays at the thumb while the rest scrolls. Where it leads away, it stands in the document before what
 * may be long, and keys and a voice come to it soon; where it saves, after what it saves.
 */
export function ActionBar(props: ActionBarProps) {
  createPageMark("action-bar");
  createPageMark("bar-warning", () => Boolean(props.warning));
  return (
    <div class="action-bar">
      <Show when={props.warning !== undefined}>
        <div role="note" class="action-bar-warning">
          <Show when={props.warning}>{(warning) => <p data-tone="waiting">{warning()}</p>}</Show>
        </div>
      </Show>
      {props.children}
    </div>
  );
}
