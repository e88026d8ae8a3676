import CircleCheck from "lucide-solid/icons/circle-check";
import Clock from "lucide-solid/icons/clock";
import Info from "lucide-solid/icons/info";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { Show, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Tone } from "./tone.ts";
import "./tone.css";
import "./notice.css";

export interface NoticeProps {
  readonly children: JSX.Element;
  readonly title?: string | undefined;
  readonly tone?: Exclude<Tone, "neutral"> | undefined;
  readonly action?: JSX.Element;
  /** Spoken at once when it appears because of what the user just did. */
  readonly urgent?: boolean | undefined;
}

const icons = { certain: CircleCheck, waiting: Clock, broken: TriangleAlert, info: Info };

export function Notice(props: NoticeProps) {
  return (
    <div
      class="notice"
      data-tone={props.tone ?? "info"}
      role={props.urgent === true ? "alert" : undefined}
    >
      <Dynamic component={icons[props.tone ?? "info"]} class="notice-icon" />
      <div class="notice-body">
        <Show when={props.title}>
          <p class="notice-title">{props.title}</p>
        </Show>
        <div>{props.children}</div>
        <Show when={props.action}>{(action) => <div class="notice-action">{action()}</div>}</Show>
      </div>
    </div>
  );
}
