import { type JSX, Show } from "solid-js";
import { createPageMark } from "./page-mark.ts";
import "./two-columns.css";

export interface TwoColumnsProps {
  readonly children: JSX.Element;
  /** Beside the main column on a laptop, after it on a phone. */
  readonly side: JSX.Element;
  /** What has to be seen first: before everything on a phone, at the top of the side on a laptop. */
  readonly first?: JSX.Element;
}

export function TwoColumns(props: TwoColumnsProps) {
  createPageMark("two-columns");
  return (
    <div class="two-columns">
      <Show when={"first" in props}>
        <div class="stack two-columns-first">{props.first}</div>
      </Show>
      <div class="stack two-columns-main">{props.children}</div>
      <div class="stack">{props.side}</div>
    </div>
  );
}
