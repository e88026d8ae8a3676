import { createUniqueId, Show } from "solid-js";
import "./progress-bar.css";

export interface ProgressBarProps {
  readonly label: string;
  /** Omitted while the end is unknown. */
  readonly value?: number | undefined;
  readonly max: number;
  /** In words beside the label: "7 / 12". */
  readonly text?: string | undefined;
}

export function ProgressBar(props: ProgressBarProps) {
  const id = createUniqueId();
  return (
    <div class="progress">
      <div class="progress-texts">
        <label for={id}>{props.label}</label>
        <Show when={props.text}>
          <span class="progress-text">{props.text}</span>
        </Show>
      </div>
      <Show
        when={props.value !== undefined}
        fallback={<progress class="progress-bar" id={id} max={props.max} />}
      >
        <progress class="progress-bar" id={id} max={props.max} value={props.value ?? 0} />
      </Show>
    </div>
  );
}
