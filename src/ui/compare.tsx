import { For, Show } from "solid-js";
import "./compare.css";

/** A piece of what one side says; a different one is marked by shape and weight, not by colour alone. */
export interface ComparePiece {
  readonly text: string;
  readonly isDifferent?: boolean | undefined;
}

export interface CompareSide {
  /** Which side it is: "Current". */
  readonly title: string;
  /** Quietly beside the title: who and when. */
  readonly note?: string | undefined;
  readonly pieces: readonly ComparePiece[];
}

export interface CompareProps {
  /** Names the pair: "Place 1 of 3"; without it the sides stand alone. */
  readonly label?: string | undefined;
  readonly one: CompareSide;
  readonly other: CompareSide;
}

/** Two versions of one thing, side by side, under each other where there is no room. */
export function Compare(props: CompareProps) {
  return (
    <div class="compare" role={props.label ? "group" : undefined} aria-label={props.label}>
      <For each={[props.one, props.other]}>{(side) => <Side {...side} />}</For>
    </div>
  );
}

function Side(props: CompareSide) {
  return (
    <section class="compare-side">
      <h3 class="compare-title">{props.title}</h3>
      <Show when={props.note}>
        <p class="compare-note">{props.note}</p>
      </Show>
      <p class="compare-value">
        <For each={props.pieces}>
          {(piece) => (
            <Show when={piece.isDifferent} fallback={piece.text}>
              {spaceBefore(piece.text)}
              <mark class="compare-different">{piece.text.trimStart()}</mark>
            </Show>
          )}
        </For>
      </p>
    </section>
  );
}

/** The space that leads to a marked word is not marked with it. */
const spaceBefore = (text: string): string => text.slice(0, text.length - text.trimStart().length);
