import type { JSX } from "solid-js";
import "./card.css";

export interface CardProps {
  readonly children: JSX.Element;
  /** Without inner space, for a list or picture that reaches the edge. */
  readonly flush?: boolean | undefined;
}

export function Card(props: CardProps) {
  return (
    <div class="card" data-flush={props.flush === true ? "" : undefined}>
      {props.children}
    </div>
  );
}
