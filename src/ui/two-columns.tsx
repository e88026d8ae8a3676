import type { JSX } from "solid-js";
import { createPageMark } from "./page-mark.ts";
import "./two-columns.css";

export interface TwoColumnsProps {
  readonly children: JSX.Element;
  /** Beside the main column on a laptop, after it on a phone. */
  readonly side: JSX.Element;
}

export function TwoColumns(props: TwoColumnsProps) {
  createPageMark("two-columns");
  return (
    <div class="two-columns">
      <div class="stack">{props.children}</div>
      <div class="stack">{props.side}</div>
    </div>
  );
}
