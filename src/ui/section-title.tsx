import { Show, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import "./section-title.css";

export interface SectionTitleProps {
  readonly children: JSX.Element;
  readonly level?: 2 | 3 | undefined;
  readonly id?: string | undefined;
  readonly trailing?: JSX.Element;
}

export function SectionTitle(props: SectionTitleProps) {
  return (
    <div class="section-title">
      <Dynamic component={props.level === 3 ? "h3" : "h2"} id={props.id} class="section-title-text">
        {props.children}
      </Dynamic>
      <Show when={props.trailing}>
        {(trailing) => <div class="section-title-trailing">{trailing()}</div>}
      </Show>
    </div>
  );
}
