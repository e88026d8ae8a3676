import type { JSX } from "solid-js";
import type { Tone } from "./tone.ts";
import "./badge.css";
import "./tone.css";

export interface BadgeProps {
  /** The word that carries the meaning. */
  readonly children: JSX.Element;
  readonly tone?: Tone | undefined;
}

export function Badge(props: BadgeProps) {
  return (
    <span class="badge" data-tone={props.tone ?? "neutral"}>
      {props.children}
    </span>
  );
}
