import { Show, type JSX } from "solid-js";
import "./empty-state.css";

export interface EmptyStateProps {
  readonly title: string;
  readonly text?: string | undefined;
  readonly icon?: JSX.Element;
  readonly action?: JSX.Element;
}

export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="empty-state">
      <Show when={props.icon}>{(icon) => <div class="empty-state-icon">{icon()}</div>}</Show>
      <p class="empty-state-title">{props.title}</p>
      <Show when={props.text}>
        <p class="empty-state-text">{props.text}</p>
      </Show>
      {props.action}
    </div>
  );
}
