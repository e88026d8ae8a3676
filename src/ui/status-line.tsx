import { Show } from "solid-js";
import type { Tone } from "./tone.ts";
import "./tone.css";
import "./status-line.css";

export interface StatusLineProps {
  /** A whole sentence; the dot only repeats it. */
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** Where to see more of it. */
  readonly link?: { readonly label: string; readonly href: string } | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export function StatusLine(props: StatusLineProps) {
  return (
    <div class="status-line" data-tone={props.tone ?? "neutral"}>
      <span class="status-line-dot" aria-hidden="true" />
      <span role="status">{props.text}</span>
      <Show when={props.link}>
        {(link) => (
          <a class="status-line-action" href={link().href}>
            {link().label}
          </a>
        )}
      </Show>
      <Show when={props.action}>
        {(action) => (
          <button class="status-line-action" type="button" onClick={() => action().run()}>
            {action().label}
          </button>
        )}
      </Show>
    </div>
  );
}
