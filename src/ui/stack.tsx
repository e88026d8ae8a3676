import type { JSX } from "solid-js";

export interface StackProps {
  readonly children: JSX.Element;
  readonly gap?: "tight" | "normal" | "loose" | undefined;
}

/** Things under each other in the 8 px rhythm. */
export function Stack(props: StackProps) {
  return (
    <div class="stack" data-gap={props.gap}>
      {props.children}
    </div>
  );
}
