import type { JSX } from "solid-js";
import "./row-list.css";

export interface RowListProps {
  /** `ListRow`s. */
  readonly children: JSX.Element;
  readonly label?: string | undefined;
  /** `cards`: each row a card of its own. `joined`: one card, hairlines between. */
  readonly look?: "cards" | "joined" | undefined;
}

export function RowList(props: RowListProps) {
  return (
    // Safari drops the list semantics of an unbulleted list unless the role is said.
    <ul class="row-list" role="list" data-look={props.look ?? "cards"} aria-label={props.label}>
      {props.children}
    </ul>
  );
}
